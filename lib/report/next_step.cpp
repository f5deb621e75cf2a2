#include "report/next_step.hpp"

#include "problem/authority.hpp"
#include "problem/due.hpp"
#include "problem/life.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

Phrase roles(const std::vector<RoleName>& names) {
  std::vector<Phrase> list;
  for (const RoleName name : names) list.push_back(phrase(wording(name)));
  return enumerated(list);
}

Phrase people(const std::vector<std::string>& ids, const Organisation& organisation) {
  std::vector<Phrase> list;
  for (const std::string& id : ids) list.push_back(person_name(organisation, id));
  return enumerated(list);
}

// Who is told of a dispute; others may decide it as well. Where sihu.yaml has nobody who may, the
// sentence still says what kind of person is missing.
Phrase who_decides(const Problem& problem, const ListContext& context) {
  const auto ids = who_decides_disputes(problem, context.today, context.organisation);
  if (ids.empty()) return phrase(Text{"委员会或检查组组长", "the committee or a leader"});
  return people(ids, context.organisation);
}

Phrase next_while_open(const Problem& problem, const Lateness& late, const ListContext& context) {
  const Phrase who =
      people(who_rectifies(problem, context.today, context.organisation), context.organisation);
  if (problem.asked)
    return phrase(Text{"由{0}决定是否延期至 {1}", "{0} to decide whether to extend it to {1}"},
                  roles(context.organisation.rectification.extensions_by),
                  to_string(problem.asked->due));
  if (late.days_overdue > 0)
    return phrase(Text{"由{0}整改并报送，期限 {1}，已逾期 {2} 天",
                       "{0} to rectify and submit; it was due on {1}, {2} overdue"},
                  who, to_string(problem.due), counted(late.days_overdue, "day"));
  return phrase(Text{"由{0}在 {1} 前（含当日）整改并报送", "{0} to rectify and submit by {1}"}, who,
                to_string(problem.due));
}

Phrase next_while_submitted(const Problem& problem, const Lateness& late,
                            const ListContext& context) {
  const auto ask = whom_to_ask(problem, DueRow::Why::verifier_late, std::nullopt, context.today,
                               context.organisation);
  const Phrase who = problem.findings.empty() ? people(ask, context.organisation)
                                              : who_may_verify(problem, context.organisation);
  if (late.days_overdue > 0)
    return phrase(Text{"由{0}销号或退回；报送时已过期限，销号前一直算逾期（{1} 天）",
                       "{0} to verify or reject; submitted late, it counts as overdue until it is "
                       "closed ({1})"},
                  who, counted(late.days_overdue, "day"));
  return phrase(Text{"由{0}在 {1} 前（含当日）销号或退回", "{0} to verify or reject by {1}"}, who,
                to_string(late.verify_by));
}

Phrase next_of_status(const Problem& problem, const ListContext& context) {
  const Lateness late =
      lateness(problem, context.today, context.organisation.rectification, context.workdays);
  switch (problem.status) {
    case Status::open:
      return next_while_open(problem, late, context);
    case Status::submitted:
      return next_while_submitted(problem, late, context);
    case Status::disputed:
      return phrase(Text{"由{0}裁定：维持或撤销", "{0} to decide: uphold or withdraw"},
                    who_decides(problem, context));
    case Status::closed:
      return phrase(Text{"已了结；回头看发现反弹时可以重开",
                         "nothing is left to do; a look-back may reopen it"});
    case Status::withdrawn:
      break;
  }
  return phrase(Text{"已了结", "nothing is left to do"});
}

// The other findings with a dispute that nobody has decided.
std::vector<Phrase> disputed_beside(const Problem& problem) {
  std::vector<Phrase> ids;
  for (const Problem& finding : problem.findings)
    if (finding.status == Status::disputed && problem.status != Status::disputed)
      ids.push_back(same(finding.id));
  return ids;
}

bool may_take(const Problem& problem, StepName step, const Person& person,
              const ListContext& context) {
  return next_status(problem.status, step).has_value() &&
         authority_for(problem, step, person,
                       {context.organisation, context.workdays, context.today})
             .has_value();
}

// Who has to move, and how: an extension or a dispute waits for a decision; whoever is asked about
// what others have to put right sees to it.
std::string kind_of(const Problem& problem, const Person& person, const ListContext& context) {
  if (problem.status == Status::submitted) return waits_for_decision(problem) ? "decide" : "verify";
  const bool decides = problem.asked || has_dispute(problem);
  if (decides && problem.owner != person.id && person.branch != problem.branch) return "decide";
  return may_take(problem, StepName::submit, person, context) ? "rectify" : "press";
}

}  // namespace

Phrase who_may_verify(const Problem& problem, const Organisation& organisation) {
  std::vector<Phrase> finders;
  std::vector<std::string> branches{problem.inspecting_branch};
  branches.insert(branches.end(), problem.found_by.begin(), problem.found_by.end());
  for (const std::string& id : branches)
    if (!id.empty()) finders.push_back(branch_phrase(organisation, id));
  if (finders.empty()) return phrase(wording(RoleName::committee));
  return phrase(
      Text{"{0}的检查员或组长，或委员会", "an inspector or leader of {0}, or the committee"},
      enumerated(finders));
}

Phrase next_step(const Problem& problem, const ListContext& context) {
  const Phrase next = next_of_status(problem, context);
  const auto disputed = disputed_beside(problem);
  if (disputed.empty()) return next;
  if (problem.status == Status::submitted)
    return phrase(Text{"先由{2}裁定 {0} 的异议：维持或撤销；再{1}",
                       "first {2} to decide the dispute of {0}: uphold or withdraw; then {1}"},
                  enumerated(disputed), next, who_decides(problem, context));
  return phrase(Text{"{0}；由{2}裁定 {1} 的异议：维持或撤销",
                     "{0}; {2} to decide the dispute of {1}: uphold or withdraw"},
                next, enumerated(disputed), who_decides(problem, context));
}

NextCommand next_command(const Problem& problem, const Person& person, const ListContext& context) {
  const std::string kind = kind_of(problem, person, context);
  if (kind == "rectify") return {kind, "rectify submit " + problem.id};
  if (kind == "verify" && may_take(problem, StepName::verify, person, context))
    return {kind, "rectify verify " + problem.id};
  return {kind, "rectify show " + problem.id};
}

}  // namespace sihu
