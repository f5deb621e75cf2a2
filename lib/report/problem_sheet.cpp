#include "report/problem_sheet.hpp"

#include "base/utf8.hpp"
#include "problem/due.hpp"
#include "problem/state.hpp"
#include "report/history.hpp"
#include "report/next_step.hpp"
#include "report/problem_list.hpp"
#include "report/renderers.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr int standard_columns = 80;
constexpr int label_columns = 14;
constexpr int history_indent = 4;

// Lines of `label  text`, the text wrapped beside its label.
class Sheet {
 public:
  Sheet(Lang lang, int columns) : lang_(lang), columns_(std::max(columns, 2 * label_columns)) {}

  void fact(Text label, const Phrase& text) {
    if (text.in(lang_).empty()) return;
    append(pad_right(std::string(label.in(lang_)), label_columns), text.in(lang_), label_columns);
  }

  void detail(const std::string& text) {
    if (!text.empty()) append(std::string(history_indent, ' '), text, history_indent);
  }

  void line(const std::string& text) { append("", text, 0); }

  // A name that somebody may want to copy is never broken.
  void name(const std::string& label, int columns, const std::string& name) {
    text_ += pad_right(label, columns) + visible(name) + '\n';
  }

  void blank() { text_ += '\n'; }
  std::string take() { return std::move(text_); }

 private:
  void append(const std::string& first, const std::string& text, int indent) {
    std::string start = first;
    for (const std::string& part : wrap(visible_lines(text), columns_ - indent)) {
      text_ += start + part + '\n';
      start = std::string(static_cast<std::size_t>(indent), ' ');
    }
  }

  Lang lang_;
  int columns_;
  std::string text_;
};

Phrase status_words(const Problem& problem, const ListContext& context) {
  const Lateness late =
      lateness(problem, context.today, context.organisation.rectification, context.workdays);
  Phrase words = phrase(wording(problem.status));
  if (late.days_overdue > 0)
    words = phrase(Text{"{0}，逾期 {1} 天", "{0}, {1} day(s) overdue"}, words, late.days_overdue);
  if (late.days_verifier_late > 0)
    words = phrase(Text{"{0}，销号超时 {1} 天", "{0}, verification {1} day(s) late"}, words,
                   late.days_verifier_late);
  if (late.step)
    words = phrase(Text{"{0}（督办：{1}）", "{0} (step: {1})"}, words, wording(*late.step));
  return words;
}

Phrase due_words(const Problem& problem) {
  Phrase words = same(to_string(problem.due));
  if (!problem.rule.empty()) words = phrase(Text{"{0}（{1}）", "{0} ({1})"}, words, problem.rule);
  if (problem.due != problem.original_due)
    words = phrase(Text{"{0}，原期限 {1}", "{0}, originally {1}"}, words,
                   to_string(problem.original_due));
  if (problem.extensions == 0) return words;
  return phrase(Text{"{0}，共延期 {1} 次", "{0}, {1} extension(s) in all"}, words,
                problem.extensions);
}

Phrase person_on_day(const std::string& person, const std::optional<Date>& day,
                     const Organisation& organisation) {
  if (!day) return {};
  return phrase(Text{"{0}，{1}", "{0}, {1}"}, to_string(*day), person_name(organisation, person));
}

Phrase asked_words(const Problem& problem, const Organisation& organisation) {
  if (!problem.asked) return {};
  return phrase(Text{"至 {0}，{1}：{2}", "to {0}, {1}: {2}"}, to_string(problem.asked->due),
                person_name(organisation, problem.asked->by), problem.asked->reason);
}

Phrase branch_words(const Organisation& organisation, const std::string& id) {
  return id.empty() ? Phrase{}
                    : phrase(Text{"{0}（{1}）", "{0} ({1})"}, branch_name(organisation, id), id);
}

void write_facts(Sheet& sheet, const Problem& problem, const ListContext& context, Lang lang) {
  const Organisation& organisation = context.organisation;
  sheet.fact({"状态", "status"}, status_words(problem, context));
  sheet.fact({"程度", "severity"}, phrase(wording(problem.severity)));
  sheet.fact({"条目", "item"}, same(problem.checklist + ' ' + problem.item));
  sheet.fact({"问题", "found"}, same(problem.text));
  sheet.fact({"依据", "basis"}, basis_of(problem, context));
  sheet.fact({"责任支部", "branch"}, branch_words(organisation, problem.branch));
  sheet.fact({"责任人", "owner"},
             problem.owner.empty() ? Phrase{} : person_name(organisation, problem.owner));
  sheet.fact({"检查支部", "inspected by"}, branch_words(organisation, problem.inspecting_branch));
  sheet.fact({"发现", "opened"}, person_on_day(problem.opened_by, problem.opened, organisation));
  sheet.fact({"整改期限", "due"}, due_words(problem));
  sheet.fact({"申请延期", "asked for"}, asked_words(problem, organisation));
  sheet.fact({"报送", "submitted"},
             person_on_day(problem.submitted_by, problem.submitted, organisation));
  sheet.fact({"销号", "closed"}, person_on_day(problem.closed_by, problem.closed, organisation));
  sheet.fact({"屡查屡犯", "recurrence of"}, same(problem.recurrence_of));
  for (const std::string& name : problem.evidence)
    sheet.name(say(lang, Text{"佐证材料", "evidence"}), label_columns, name);
  sheet.fact({"接下来", "next"}, next_step(problem, context));
}

// One line of the ledger: when, who as what, what; below it what was said.
void write_step(Sheet& sheet, const HistoryStep& step, const Ledger& ledger, const Zone& zone,
                const ListContext& context, Lang lang) {
  const Event& event = ledger.entries[step.entry].event;
  const Instant at = Instant::parse(event.get("clock")).value_or(event.at);
  const Phrase who = person_name(context.organisation, event.person);
  std::string head =
      to_local_string(at, zone) + "  " + step_words(event).words.in(lang) + "  " + who.in(lang);
  if (const auto role = parse_role(event.get("role")))
    head += say(lang, Text{"（{0}）", " ({0})"}, wording(*role));
  sheet.line(head);
  const auto detail = [&](std::string_view key, Text words) {
    if (event.has(key)) sheet.detail(say(lang, words, event.get(key)));
  };
  if (event.has("to"))
    sheet.detail(say(lang, Text{"责任人：{0}", "owner: {0}"},
                     person_name(context.organisation, event.get("to"))));
  detail("due", {"期限：{0}", "due: {0}"});
  detail("on", {"补录，实际日期：{0}", "entered later, done on: {0}"});
  detail("text", {"{0}", "{0}"});
  detail("note", {"{0}", "{0}"});
  detail("reason", {"补录理由：{0}", "entered later because: {0}"});
  for (const std::string& name : split_list(event.get("evidence")))
    sheet.name(std::string(history_indent, ' ') + say(lang, Text{"佐证材料：", "evidence: "}), 0,
               name);
  if (!step.applied)
    sheet.detail(say(lang, Text{"未生效：{0}", "does not apply: {0}"}, step.why_not));
}

std::string asked_json(const Problem& problem) {
  if (!problem.asked) return "null";
  return "{\"due\":" + json_string(to_string(problem.asked->due)) +
         ",\"by\":" + json_string(problem.asked->by) +
         ",\"reason\":" + json_string(problem.asked->reason) + '}';
}

}  // namespace

std::string problem_sheet(const Problem& problem, const Ledger& ledger, const Zone& zone,
                          const ListContext& context, const Look& look) {
  Sheet sheet(look.lang, look.columns > 0 ? look.columns : standard_columns);
  sheet.line(problem.id + "  " + title_of(problem, context).in(look.lang));
  write_facts(sheet, problem, context, look.lang);
  sheet.blank();
  for (const HistoryStep& step : problem.history)
    write_step(sheet, step, ledger, zone, context, look.lang);
  return sheet.take();
}

std::string problem_json(const Problem& problem, const Ledger& ledger, const Zone& zone,
                         const ListContext& context, Lang lang) {
  std::string object = render_json_lines(problem_table({&problem}, context), {.lang = lang});
  object.resize(object.size() - 2);  // the brace and the line feed
  std::string history = render_json(history_table(problem, ledger, zone, context), {.lang = lang});
  history.pop_back();
  return object + ",\"rule\":" + json_string(problem.rule) + ",\"asked\":" + asked_json(problem) +
         ",\"next\":" + json_string(next_step(problem, context).in(lang)) +
         ",\"history\":" + history + "}\n";
}

}  // namespace sihu
