#include "report/reminder_digest.hpp"

#include "base/base64.hpp"
#include "base/utf8.hpp"
#include "report/coded.hpp"
#include "report/due_list.hpp"
#include "report/next_step.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

bool is_to_decide(const Reminder& reminder) {
  return reminder.step == "to-decide";
}

// Whatever date is asked for: after its due date the problem is overdue.
Phrase how_late(const Reminder& reminder) {
  const std::string due = to_string(reminder.problem->due);
  if (is_to_decide(reminder) && !has_dispute(*reminder.problem))
    return phrase(Text{"申请延期，{0} 到期前待决定",
                       "an extension waits for a decision, before it is due on {0}"},
                  due);
  if (is_to_decide(reminder))
    return phrase(
        Text{"有异议，{0} 到期前待裁定", "disputed, waits for a decision, before it is due on {0}"},
        due);
  if (reminder.step == "to-verify") return phrase(Text{"待销号", "waits to be verified"});
  return late_in_words({reminder.problem, reminder.late, reminder.why, {}});
}

// Several words of a header, each of at most 75 characters (RFC 2047, section 2).
std::string encoded_words(std::string_view text) {
  constexpr std::size_t most_bytes =
      36;  // with their signs and `Subject: ` less than 76 characters
  std::string words;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    for (std::size_t next = begin; next < text.size() && next - begin <= most_bytes; end = next)
      next_code_point(text, next);
    if (end == begin) next_code_point(text, end);
    words += (words.empty() ? "" : "\n ") +
             ("=?UTF-8?B?" + to_base64(text.substr(begin, end - begin))) + "?=";
    begin = end;
  }
  return words;
}

std::string in_lines(const std::string& base64) {
  constexpr std::size_t line = 76;
  std::string text;
  for (std::size_t at = 0; at < base64.size(); at += line) text += base64.substr(at, line) + "\n";
  return text;
}

// What the step is called: `逾期 7 天，委员会`.
Phrase step_words(const std::string& step) {
  if (step == "due-soon") return phrase(Text{"临期", "due soon"});
  if (step == "to-decide") return phrase(Text{"待裁定", "to decide"});
  if (step == "to-verify") return phrase(Text{"待销号", "to verify"});
  if (step == "verify-late") return phrase(Text{"销号超时", "verification late"});
  const auto colon = step.find(':');
  const auto after = Limit::parse(step.substr(0, colon));
  const auto role = parse_role(colon == std::string::npos ? "" : step.substr(colon + 1));
  if (!after || !role) return phrase(Text{"逾期", "overdue"});
  if (after->unit == Limit::Unit::workdays)
    return phrase(Text{"逾期 {0} 个工作日：{1}", "overdue for {0}: {1}"},
                  counted(after->count, "working day"), wording(*role));
  return phrase(Text{"逾期 {0} 天：{1}", "overdue for {0}: {1}"}, counted(after->count, "day"),
                wording(*role));
}

// A ledger may come from anywhere, and goes to a terminal from here.
Phrase shown_title(const Problem& problem, const ListContext& context) {
  const Phrase title = title_of(problem, context);
  return {visible(title.zh), visible(title.en)};
}

// What the home screen says of the same problem.
NextCommand next_for(const Reminder& reminder, const ListContext& context) {
  const Person* person = context.organisation.find_person(reminder.person);
  if (!person) return {"press", "rectify show " + reminder.problem->id};
  return next_command(*reminder.problem, *person, context);
}

bool is_of_others(const Reminder& reminder, const ListContext& context) {
  return next_for(reminder, context).kind == "press";
}

std::string entry(const Reminder& reminder, int number, const ListContext& context, Lang lang) {
  const Problem& problem = *reminder.problem;
  const Phrase text =
      phrase(Text{"{0}. {1}：{2}（{3}，{4}）\n   接下来：{5}\n   sihu {6}\n",
                  "{0}. {1}: {2} ({3}, {4})\n   next: {5}\n   sihu {6}\n"},
             number, how_late(reminder), shown_title(problem, context),
             branch_phrase(context.organisation, problem.branch), wording(problem.severity),
             next_step(problem, context), next_for(reminder, context).command);
  return text.in(lang);
}

}  // namespace

std::vector<Digest> digests_of(std::vector<Reminder> reminders) {
  std::vector<Digest> digests;
  for (Reminder& reminder : reminders) {
    if (digests.empty() || digests.back().person != reminder.person)
      digests.push_back({reminder.person, {}});
    digests.back().reminders.push_back(std::move(reminder));
  }
  return digests;
}

std::string_view to_string(Delivery delivery) {
  static constexpr std::array<std::string_view, 5> words{"would-be-sent", "sent", "failed",
                                                         "no-address", "not-reminded"};
  return words.at(static_cast<std::size_t>(delivery));
}

const Text& wording(Delivery delivery) {
  static constexpr std::array<Text, 5> words{
      Text{"待发", "would be sent"}, Text{"已发", "sent"}, Text{"没发出去", "failed"},
      Text{"没有地址", "no address"}, Text{"不提醒", "not reminded"}};
  return words.at(static_cast<std::size_t>(delivery));
}

Phrase digest_subject(const Digest& digest, const ListContext& context) {
  const Phrase& of = context.organisation.name;
  std::ptrdiff_t own = 0;
  std::ptrdiff_t overdue = 0;
  for (const Reminder& reminder : digest.reminders) {
    if (is_of_others(reminder, context)) continue;
    ++own;
    if (reminder.late.days_overdue > 0) ++overdue;
  }
  const auto others = std::ssize(digest.reminders) - own;
  if (own == 0)
    return phrase(Text{"{1}：{0} 项督办", "{1}: {0} to see to"}, counted(others, "thing"), of);
  const Phrase to_do =
      overdue == 0
          ? phrase(Text{"{1}：{0} 项待办", "{1}: {0} to do"}, counted(own, "thing"), of)
          : phrase(Text{"{2}：{0} 项待办，其中逾期 {1} 项", "{2}: {0} to do, overdue: {1}"},
                   counted(own, "thing"), overdue, of);
  if (others == 0) return to_do;
  return phrase(Text{"{0}；{1} 项督办", "{0}; {1} to see to"}, to_do, counted(others, "thing"));
}

std::string digest_text(const Digest& digest, const ListContext& context, Lang lang) {
  std::string text =
      say(lang, Text{"{0}：\n\n截至 {1} 等你办的：\n\n", "{0},\n\nfor you, as of {1}:\n\n"},
          person_name(context.organisation, digest.person), to_string(context.today));
  int number = 0;
  for (const Reminder& reminder : digest.reminders)
    text += entry(reminder, ++number, context, lang) + "\n";
  text += say(lang,
              Text{"先看问题的全部情况：sihu rectify show 编号\n"
                   "同一件事每到一个督办节点只提醒一次；等你办的全部：sihu --as {0}\n",
                   "All about a problem first: sihu rectify show ID\n"
                   "Each is told once at every step; all that waits for you: sihu --as {0}\n"},
              digest.person);
  return text;
}

std::string digest_mail(const Digest& digest, const ListContext& context,
                        const RemindSettings& settings, const std::string& address, Lang lang) {
  std::string mail;
  if (!settings.from.empty()) mail += "From: " + settings.from + "\n";
  mail += "To: " + address + "\n";
  mail += "Subject: " + encoded_words(digest_subject(digest, context).in(lang)) + "\n";
  mail +=
      "MIME-Version: 1.0\n"
      "Content-Type: text/plain; charset=UTF-8\n"
      "Content-Transfer-Encoding: base64\n"
      "Auto-Submitted: auto-generated\n\n";
  return mail + in_lines(to_base64(digest_text(digest, context, lang)));
}

Table reminders_table(const std::vector<Digest>& digests,
                      const std::map<std::string, Delivery>& deliveries,
                      const ListContext& context) {
  using Align = Column::Align;
  Table table{phrase(Text{"提醒", "Reminders"}),
              {{"person", {"人员编号", "person id"}, Align::left, false},
               {"person_name", {"提醒谁", "whom"}, Align::left, true, 6},
               {"id", {"编号", "id"}},
               {"branch", {"支部编号", "branch id"}, Align::left, false},
               {"branch_name", {"责任支部", "branch"}, Align::left, true, 8},
               {"title", {"事项", "title"}, Align::left, true, 10},
               {"step", {"节点", "step"}},
               {"by", {"期限", "by"}},
               {"days_overdue", {"逾期天数", "days overdue"}, Align::right},
               {"state", {"提醒", "state"}}},
              {}};
  for (const Digest& digest : digests)
    for (const Reminder& reminder : digest.reminders) {
      const Problem& problem = *reminder.problem;
      table.rows.push_back(
          {digest.person, person_name(context.organisation, digest.person), problem.id,
           problem.branch, branch_phrase(context.organisation, problem.branch),
           title_of(problem, context), Coded{reminder.step, step_words(reminder.step)},
           is_to_decide(reminder) ? problem.due : reminder.marks.back().by,
           std::int64_t{reminder.late.days_overdue}, coded(deliveries.at(digest.person))});
    }
  return table;
}

}  // namespace sihu
