#include "store/verify_history.hpp"

#include "base/utf8.hpp"
#include "check/key.hpp"
#include "check/settlements.hpp"
#include "problem/archiving.hpp"
#include "problem/problem.hpp"
#include "problem/twins.hpp"
#include "review/apart.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace sihu {
namespace {

void note(Verification& found, Place place, std::string name, Phrase what) {
  found.notes.push_back(Fault{.place = std::move(place),
                              .name = std::move(name),
                              .what = std::move(what),
                              .warning = true});
}

void note_idle(Verification& found, const Ledger& ledger, const Entry& entry,
               const std::string& subject, const Phrase& why) {
  note(found, ledger.place(entry), "does-not-apply",
       phrase(Text{"{0}（{1}）不生效：{2}", "{0} of {1} does not apply: {2}"}, entry.event.name,
              subject, why));
}

void check_problem(const Problem& problem, const Ledger& ledger, Verification& found) {
  for (const HistoryStep& step : problem.history) {
    if (step.applied || step.waiting) continue;
    const Entry& entry = ledger.entries[step.entry];
    note_idle(found, ledger, entry, problem.id, step.why_not);
  }
}

void check_openings(const OpenedTwice& twice, const Ledger& ledger, Verification& found) {
  for (const Problem* problem : twice.openings) {
    const auto opening = std::ranges::find_if(problem->history, &HistoryStep::applied);
    if (opening == problem->history.end()) continue;
    found.faults.push_back(Fault{
        .place = ledger.place(ledger.entries[opening->entry]),
        .name = "opened-twice",
        .what = phrase(Text{"编号 {0} 被登记了两次", "the id {0} was opened twice"}, twice.subject),
        .hint = twice.advice()});
  }
}

// Why today's roles contradict what the line says, if they do.
std::optional<Phrase> contradiction(const Event& event, const Organisation& organisation, Date on) {
  const Person* person = organisation.find_person(event.person);
  if (!person)
    return phrase(Text{"sihu.yaml 中没有人员 {0}", "sihu.yaml has no person {0}"}, event.person);
  const auto role = parse_role(event.get("role"));
  if (!role || *role == RoleName::member || person->has_role(*role, on)) return std::nullopt;
  return phrase(
      Text{"{0} 在 {1} 没有本行所写的角色 {2}", "{0} had no role {2} on {1}, as the line says"},
      event.person, to_string(on), event.get("role"));
}

}  // namespace

void check_histories(const Ledger& ledger, const Organisation& organisation, const Zone& zone,
                     Verification& found, std::optional<Quarter> archived) {
  const ProblemList list = fold_problems(ledger, organisation, zone);
  for (const Problem& problem : list.problems) check_problem(problem, ledger, found);
  for (const OpenedTwice& twice : opened_twice(list)) check_openings(twice, ledger, found);
  std::ptrdiff_t about_archived = 0;
  Place first_about_archived;
  for (const std::size_t waiting : list.waiting) {
    const Entry& entry = ledger.entries[waiting];
    const std::string& subject = entry.event.subject;
    if (is_about_archived(subject, archived)) {
      if (++about_archived == 1) first_about_archived = ledger.place(entry);
      continue;
    }
    const bool opened = std::ranges::any_of(
        list.problems, [&](const Problem& problem) { return problem.subject() == subject; });
    note(found, ledger.place(entry), "waiting",
         opened ? phrase(Text{"{0}：本行所依据的行尚未到达",
                              "{0}: the line this one rests on has not arrived yet"},
                         subject)
                : phrase(Text{"{0} 的登记行尚未到达", "the opening of {0} has not arrived yet"},
                         subject));
  }
  if (about_archived > 0)
    note(found, first_about_archived, "about-archived",
         phrase(Text{"从这里起有 {0} 行所说的问题已随其季度归档",
                     "from here on {0} about problems that were archived with their quarter"},
                counted(about_archived, "line")));
}

void check_reviews(const Ledger& ledger, Verification& found) {
  for (const ReviewApart& apart : reviews_apart(ledger)) {
    const Entry& entry = ledger.entries[apart.entry];
    note_idle(found, ledger, entry, entry.event.subject, apart.why(ledger));
  }
}

void check_settlements(const Ledger& ledger,
                       const std::function<ProblemList(const std::string& branch)>& problems_of,
                       Verification& found) {
  const auto note_all = [&](const auto& uncounted) {
    for (const auto& one : uncounted) {
      const Entry& entry = ledger.entries[one.entry];
      note_idle(found, ledger, entry, entry.event.subject, one.why(ledger));
    }
  };
  note_all(settlements_apart(ledger));
  ProblemList problems;
  std::set<std::string> branches;
  for (const AnsweredAfterSign& answer : answers_after_sign(ledger))
    if (const auto subject = parse_check_subject(ledger.entries[answer.entry].event.subject);
        subject && branches.insert(subject->key.branch).second)
      std::ranges::move(problems_of(subject->key.branch).problems,
                        std::back_inserter(problems.problems));
  note_all(answers_after_sign(ledger, problems));
  note_all(answers_apart(ledger));
}

void check_authority(const Ledger& ledger, const Organisation& organisation, const Zone& zone,
                     Verification& found) {
  for (const Entry& entry : ledger.entries) {
    if (!entry.event.has("role") || entry.event.person == "-") continue;
    if (auto why = contradiction(entry.event, organisation, zone.date_of(entry.event.at)))
      note(found, ledger.place(entry), "role-contradicted", std::move(*why));
  }
}

void check_clocks(const Ledger& ledger, Verification& found) {
  for (const Entry& entry : ledger.entries)
    if (entry.event.has("clock"))
      note(found, ledger.place(entry), "clock-differs",
           phrase(Text{"写入时本机时钟为 {0}，本行排在 {1}",
                       "the machine's clock said {0}, the line stands at {1}"},
                  visible(entry.event.get("clock")), to_string(entry.event.at)));
}

void check_devices(const std::map<ForeignSteps, FewLines>& foreign,
                   const std::vector<std::string>& files, Verification& found) {
  for (const auto& [who, lines] : foreign) {
    const PlacedLine& first = lines.first().front();
    note(found, Place{files[first.file], static_cast<int>(first.number), 0}, "foreign-device",
         phrase(Text{"从这里起，{0} 以角色 {1} 在 {2} 的设备上走了 {3} 步",
                     "from here on {0} took {3} as {1} on the device of {2}"},
                who.person, who.role, who.branch,
                counted(static_cast<std::ptrdiff_t>(lines.count()), "step")));
  }
}

void check_later(const FewLines& later, const std::vector<std::string>& files, Instant now,
                 Verification& found) {
  if (later.count() == 0) return;
  const PlacedLine& first = later.first().front();
  note(found, Place{files[first.file], static_cast<int>(first.number), 0}, "later-than-now",
       phrase(Text{"从这里起有 {0} 行晚于 {1}", "from here on {0} later than {1}"},
              counted(static_cast<std::ptrdiff_t>(later.count()), "line"), to_string(now)));
}

}  // namespace sihu
