#include "problem/due.hpp"

#include "problem/authority.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace sihu {
namespace {

bool submitted_in_time(const DueFacts& problem) {
  return problem.status == Status::submitted && problem.submitted &&
         *problem.submitted <= problem.due;
}

std::optional<RoleName> step_reached(const DueFacts& problem, Date today,
                                     const RectificationRules& rules, const Workdays& workdays) {
  std::optional<RoleName> reached;
  for (const EscalationStep& step : rules.escalation)
    if (today >= deadline(step.after, problem.due, workdays).date) reached = step.to;
  return reached;
}

std::vector<std::string> ids(const std::vector<const Person*>& people) {
  std::vector<std::string> list;
  for (const Person* person : people) list.push_back(person->id);
  return list;
}

// Of any branch or none: leaders and the committee stand above branches.
std::vector<std::string> all_with(RoleName role, Date today, const Organisation& organisation) {
  std::vector<std::string> list;
  for (const Person& person : organisation.people)
    if (person.has_role(role, today)) list.push_back(person.id);
  return list;
}

std::vector<std::string> first_not_empty(std::initializer_list<std::vector<std::string>> lists) {
  for (const auto& list : lists)
    if (!list.empty()) return list;
  return {};
}

void add_missing(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& id : more)
    if (std::ranges::find(list, id) == list.end()) list.push_back(id);
}

// Everybody who may have to move, by role.
struct Candidates {
  std::vector<std::string> secretaries;
  std::vector<std::string> inspectors;
  std::vector<std::string> leaders;
  std::vector<std::string> committee;
};

Candidates candidates_for(const Problem& problem, Date today, const Organisation& organisation) {
  auto inspectors =
      ids(organisation.people_with(RoleName::inspector, problem.inspecting_branch, today));
  for (const std::string& branch : problem.found_by)
    add_missing(inspectors, ids(organisation.people_with(RoleName::inspector, branch, today)));
  return {ids(organisation.people_with(RoleName::secretary, problem.branch, today)),
          std::move(inspectors), all_with(RoleName::leader, today, organisation),
          all_with(RoleName::committee, today, organisation)};
}

// Nobody of the branch that answers decides about it.
std::vector<std::string> of_others(const std::vector<std::string>& ids, const Problem& problem,
                                   const Organisation& organisation) {
  std::vector<std::string> others;
  std::ranges::copy_if(ids, std::back_inserter(others), [&](const std::string& id) {
    const Person* person = organisation.find_person(id);
    return !person || person->branch.empty() || person->branch != problem.branch;
  });
  return others;
}

std::vector<std::string> other_mover(const Problem& problem, const Candidates& people,
                                     const Organisation& organisation) {
  const auto leaders = of_others(people.leaders, problem, organisation);
  if (waits_for_decision(problem)) return first_not_empty({leaders, people.committee});
  if (problem.status == Status::submitted)
    return first_not_empty({people.inspectors, leaders, people.committee});
  return {};
}

std::vector<std::string> answering_by_step(const Problem& problem,
                                           const std::optional<RoleName>& step,
                                           const Candidates& people,
                                           const Organisation& organisation) {
  switch (step.value_or(RoleName::member)) {
    case RoleName::committee:
      return people.committee;
    case RoleName::leader:
      return first_not_empty({people.leaders, people.committee});
    case RoleName::inspector:
      return first_not_empty({people.inspectors, people.leaders, people.committee});
    case RoleName::secretary:
      return first_not_empty({people.secretaries, people.committee});
    case RoleName::member:
      break;
  }
  if (organisation.find_person(problem.owner)) return {problem.owner};
  return first_not_empty({people.secretaries, people.committee});
}

}  // namespace

bool has_dispute(const Problem& problem) {
  return problem.status == Status::disputed ||
         std::ranges::find(problem.findings, Status::disputed, &Problem::status) !=
             problem.findings.end();
}

bool waits_for_decision(const Problem& problem) {
  return problem.status != Status::open && !problem.ended() && has_dispute(problem);
}

std::vector<std::string> who_decides_disputes(const Problem& problem, Date today,
                                              const Organisation& organisation) {
  const Candidates people = candidates_for(problem, today, organisation);
  return first_not_empty({of_others(people.leaders, problem, organisation), people.committee});
}

std::vector<std::string> who_decides_extensions(const Problem& problem, Date today,
                                                const Organisation& organisation) {
  const Workdays any;  // who may do something does not depend on working days
  std::vector<std::string> list;
  for (const Person& person : organisation.people)
    if (authority_for(problem, StepName::grant, person, {organisation, any, today}))
      list.push_back(person.id);
  return list;
}

std::vector<std::string> who_rectifies(const Problem& problem, Date today,
                                       const Organisation& organisation) {
  return answering_by_step(problem, std::nullopt, candidates_for(problem, today, organisation),
                           organisation);
}

std::string_view to_string(DueRow::Why why) {
  static constexpr std::array<std::string_view, 3> words{"overdue", "verifier-late", "due-soon"};
  return words.at(static_cast<std::size_t>(why));
}

const Text& wording(DueRow::Why why) {
  static constexpr std::array<Text, 3> words{
      Text{"逾期", "overdue"}, Text{"销号超时", "late for the verifier"}, Text{"临期", "due soon"}};
  return words.at(static_cast<std::size_t>(why));
}

std::optional<DueRow::Why> why_listed(Status status, const Lateness& late, int within) {
  if (late.days_overdue > 0) return DueRow::Why::overdue;
  if (late.days_verifier_late > 0) return DueRow::Why::verifier_late;
  const bool waits_for_the_branch = status == Status::open || status == Status::disputed;
  if (waits_for_the_branch && late.days_left <= within) return DueRow::Why::due_soon;
  return std::nullopt;
}

int urgency(DueRow::Why why, const Lateness& late) {
  switch (why) {
    case DueRow::Why::overdue:
      return -late.days_overdue;
    case DueRow::Why::verifier_late:
      return -late.days_verifier_late;
    case DueRow::Why::due_soon:
      break;
  }
  return late.days_left;
}

Lateness lateness(const DueFacts& problem, Date today, const RectificationRules& rules,
                  const Workdays& workdays) {
  Lateness late;
  if (problem.ended()) return late;
  if (problem.status == Status::submitted && problem.submitted)
    late.verify_by = deadline(rules.verify_within, *problem.submitted, workdays).date;
  if (submitted_in_time(problem)) {
    late.days_verifier_late = std::max(0, today - late.verify_by);
    late.days_left = std::max(0, problem.due - today);
  } else if (today > problem.due) {
    late.days_overdue = today - problem.due;
    late.step = step_reached(problem, today, rules, workdays);
  } else {
    late.days_left = problem.due - today;
  }
  return late;
}

std::vector<std::string> whom_to_ask(const Problem& problem, DueRow::Why why,
                                     const std::optional<RoleName>& step, Date today,
                                     const Organisation& organisation) {
  const Candidates people = candidates_for(problem, today, organisation);
  if (why == DueRow::Why::verifier_late && !waits_for_decision(problem))
    return problem.inspecting_branch.empty()
               ? people.committee
               : first_not_empty({people.inspectors,
                                  of_others(people.leaders, problem, organisation),
                                  people.committee});
  // Where somebody else has to move, the branch that answers has nothing to do.
  if (auto mover = other_mover(problem, people, organisation); !mover.empty()) {
    if (step == RoleName::committee) add_missing(mover, people.committee);
    return mover;
  }
  const auto answering = answering_by_step(problem, step, people, organisation);
  // The due date and the finding stand until somebody decides, so the branch is asked as well.
  std::vector<std::string> list;
  if (problem.asked) list = who_decides_extensions(problem, today, organisation);
  if (has_dispute(problem)) add_missing(list, who_decides_disputes(problem, today, organisation));
  add_missing(list, answering);
  return list;
}

// Only what `whom_to_ask` looks at in that case: at the committee's step it is the same for all.
std::string Asker::key(const Case& of) {
  const bool asked = of.asked_by.has_value();
  const bool own_step = !of.step || of.step == RoleName::member;
  const bool inspectors = asked || of.why == DueRow::Why::verifier_late ||
                          of.status == Status::submitted || of.step == RoleName::inspector;
  const bool branch = asked || own_step || of.step == RoleName::secretary ||
                      of.status != Status::open || of.why == DueRow::Why::verifier_late;
  std::string key{static_cast<char>('0' + static_cast<int>(of.why)),
                  static_cast<char>('0' + static_cast<int>(of.status)),
                  static_cast<char>('0' + (of.step ? 1 + static_cast<int>(*of.step) : 0)),
                  asked ? 'a' : '-'};
  const auto add = [&](bool wanted, std::string_view part) {
    key += '/';
    if (wanted) key += part;
  };
  add(inspectors, of.inspecting_branch);
  add(branch, of.branch);
  add(asked || own_step, of.owner);
  add(asked, of.asked_by.value_or(std::string_view()));
  return key;
}

const std::vector<std::string>& Asker::ask(const Problem& problem, DueRow::Why why,
                                           const std::optional<RoleName>& step) {
  std::optional<std::string_view> asked_by;
  if (problem.asked) asked_by = problem.asked->by;
  std::string in_common = key({why, problem.status, step, problem.inspecting_branch, problem.branch,
                               problem.owner, asked_by});
  for (const std::string& branch : problem.found_by) in_common += '+' + branch;
  if (has_dispute(problem)) in_common += '?';
  const auto known = known_.find(in_common);
  if (known != known_.end()) return known->second;
  return known_.emplace(in_common, whom_to_ask(problem, why, step, today_, organisation_))
      .first->second;
}

std::vector<DueRow> due_rows(const ProblemList& list, Date today, int within,
                             const Organisation& organisation, const Workdays& workdays) {
  std::vector<DueRow> rows;
  Asker asker(today, organisation);
  for (const Problem& problem : list.problems) {
    const Lateness late = lateness(problem, today, organisation.rectification, workdays);
    if (const auto why = why_listed(problem.status, late, within))
      rows.push_back({&problem, late, *why, asker.ask(problem, *why, late.step)});
  }
  // The list is in the order of ids, and the sort keeps it among equals.
  std::ranges::stable_sort(rows, {}, [](const DueRow& row) {
    return std::tuple(row.why, urgency(row.why, row.late),
                      -static_cast<int>(row.problem->severity));
  });
  return rows;
}

}  // namespace sihu
