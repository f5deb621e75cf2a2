#include "problem/shared_step.hpp"

#include "problem/problem.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

using Findings = std::vector<const Problem*>;

bool is_about_one(StepName step) {
  return step == StepName::note || step == StepName::dispute || step == StepName::uphold ||
         step == StepName::withdraw;
}

Phrase branch_name(const Organisation& organisation, const std::string& id) {
  if (id.empty()) return phrase(wording(RoleName::committee));
  const Branch* branch = organisation.find_branch(id);
  return branch ? branch->name : same(id);
}

Phrase named_findings(const Findings& findings, const Organisation& organisation) {
  std::vector<Phrase> names;
  for (const Problem* finding : findings)
    names.push_back(phrase(Text{"{0}（{1}发现）", "{0} (found by {1})"}, finding->id,
                           branch_name(organisation, finding->inspecting_branch)));
  return enumerated(names);
}

// Those that the step could be about as they stand.
Findings possible(const Findings& findings, StepName step) {
  Findings some;
  std::ranges::copy_if(findings, std::back_inserter(some), [&](const Problem* finding) {
    return next_status(finding->status, step).has_value();
  });
  return some.empty() ? findings : some;
}

Findings found_by_branch(const Findings& findings, const std::string& branch) {
  Findings own;
  std::ranges::copy_if(findings, std::back_inserter(own), [&](const Problem* finding) {
    return !branch.empty() && finding->inspecting_branch == branch;
  });
  return own;
}

Findings all_findings(const Problem& problem) {
  Findings all;
  for (const Problem& finding : problem.findings) all.push_back(&finding);
  return all;
}

// A leader decides what the own branch found; of what it has no part in, like before.
bool decides_for_own(const Person& person, StepName step, Date today) {
  return step != StepName::dispute && !person.has_role(RoleName::committee, today);
}

Result<const Problem*> finding_meant(const Problem& problem, std::string_view part, StepName step,
                                     const Person& person, const Judgement& judgement) {
  Findings named = findings_named(problem, part);
  if (step == StepName::note) return named.front();
  if (decides_for_own(person, step, judgement.today)) {
    const Findings own = found_by_branch(named, person.branch);
    if (own.empty() && !found_by_branch(all_findings(problem), person.branch).empty())
      return fail(
          Kind::refused, "not-own-finding",
          phrase(Text{"{0}所在支部也发现了，但 {1} 不是它发现的，须由发现的支部或委员会来办",
                      "the branch of {0} found it too, but not {1}: who found that, or the "
                      "committee, takes this step"},
                 person.name, named_findings(named, judgement.organisation)));
    if (!own.empty()) named = own;
  }
  named = possible(named, step);
  if (named.size() == 1) return named.front();
  return fail(Kind::usage, "which-finding",
              phrase(Text{"“{0}”须写明是哪一次发现的：{1}", "{0}: say which finding, {1}"},
                     wording(step), named_findings(named, judgement.organisation)),
              phrase(Text{"写出完整的编号", "give the whole id"}));
}

std::string value_of(const Draft& draft, std::string_view key) {
  const auto found = std::ranges::find(draft.fields, key, &Field::key);
  return found == draft.fields.end() ? std::string() : found->value;
}

void set_value(Draft& draft, std::string_view key, const std::string& value) {
  const auto found = std::ranges::find(draft.fields, key, &Field::key);
  if (found == draft.fields.end())
    draft.fields.push_back({std::string(key), value});
  else
    found->value = value;
}

bool is_later(const Draft& draft, Date due) {
  const auto named = Date::parse(value_of(draft, "due"));
  return named && *named > due;
}

// Whether the step that is possible for the problem is so for one of its findings.
bool admits(const Problem& finding, StepName step, const Draft& draft) {
  if (!next_status(finding.status, step)) return false;
  if (step == StepName::extend) return !finding.asked && is_later(draft, finding.due);
  if (step == StepName::grant) return finding.asked && is_later(draft, finding.due);
  return step != StepName::refuse || finding.asked.has_value();
}

bool is_closed_with(const Problem& finding, StepName step) {
  return step == StepName::verify && finding.status == Status::open;
}

Draft draft_for(const Problem& finding, Draft draft) {
  draft.subject = finding.subject();
  set_value(draft, "after", finding.last_check);
  return draft;
}

// The finding under which it was submitted.
const Problem& submitted_finding(const Problem& problem) {
  return *std::ranges::find(problem.findings, Status::submitted, &Problem::status);
}

// Closing would decide a dispute that nobody has decided.
std::optional<Failure> waiting_dispute(const Problem& problem, StepName step) {
  if (step != StepName::verify) return std::nullopt;
  const auto disputed = std::ranges::find(problem.findings, Status::disputed, &Problem::status);
  if (disputed == problem.findings.end()) return std::nullopt;
  return Failure{Kind::refused,
                 {{{},
                   "dispute-waits",
                   phrase(Text{"{0} 的异议还没有裁定，裁定之后才能销号",
                               "the dispute of {0} is not decided yet, and closing would end it"},
                          disputed->id),
                   phrase(Text{"由委员会或组长先裁定：sihu rectify uphold {0} --note 理由，或 "
                               "sihu rectify withdraw {0} --reason 理由",
                               "the committee or a leader decides first: sihu rectify uphold {0} "
                               "--note TEXT, or sihu rectify withdraw {0} --reason TEXT"},
                          disputed->id)}}};
}

// What was found later was not seen on that day.
std::optional<Failure> found_later(const Problem& problem, const Step& step) {
  if (step.name != StepName::verify || !step.on) return std::nullopt;
  for (const Problem& finding : problem.findings)
    if (!finding.ended() && *step.on < finding.opened)
      return Failure{Kind::refused,
                     {{{},
                       "day-too-early",
                       phrase(Text{"--on {0} 早于 {1} 发现的日期 {2}",
                                   "--on {0} is before {1} was found, on {2}"},
                              to_string(*step.on), finding.id, to_string(finding.opened))}}};
  return std::nullopt;
}

// Taking back the finding that an extension was asked for would lose the request.
std::optional<Failure> waiting_request(const Problem& problem, const Problem& finding,
                                       StepName step) {
  if (step != StepName::withdraw || !finding.asked) return std::nullopt;
  if (std::ranges::any_of(problem.findings, [&](const Problem& other) {
        return other.id != finding.id && other.asked;
      }))
    return std::nullopt;
  return Failure{
      Kind::refused,
      {{{},
        "request-waits",
        phrase(Text{"延期只在 {0} 名下申请，撤销它就丢了",
                    "an extension was asked for under {0} alone, and would be lost with it"},
               finding.id),
        phrase(Text{"先决定：sihu rectify grant|refuse {0}",
                    "decide on it first: sihu rectify grant|refuse {0}"},
               finding.id)}}};
}

// Taking back the finding that has the submission would lose it.
std::optional<Failure> waiting_submission(const Problem& problem, const Problem& finding,
                                          StepName step) {
  if (step != StepName::withdraw || finding.status != Status::submitted) return std::nullopt;
  const bool is_kept = std::ranges::any_of(problem.findings, [&](const Problem& other) {
    return other.id != finding.id && other.status == Status::submitted;
  });
  if (is_kept) return std::nullopt;
  return Failure{
      Kind::refused,
      {{{},
        "submission-waits",
        phrase(Text{"整改结果只报在 {0} 名下，撤销它就丢了",
                    "the rectification was submitted under {0} alone, and would be lost with it"},
               finding.id),
        phrase(Text{"先销号或退回：sihu rectify verify|reject {0}",
                    "verify or reject it first: sihu rectify verify|reject {0}"},
               finding.id)}}};
}

Result<SharedStep> step_on_one(const Problem& finding, const Step& step, const Person& person,
                               const Judgement& judgement) {
  auto taken = take_step(finding, step, person, judgement);
  if (!taken) return tl::unexpected(taken.error());
  return SharedStep{taken->role, {std::move(taken->draft)}};
}

}  // namespace

Result<SharedStep> take_shared_step(const Problem& problem, std::string_view part, const Step& step,
                                    const Person& person, const Judgement& judgement) {
  if (problem.findings.empty()) return step_on_one(problem, step, person, judgement);
  if (is_about_one(step.name)) {
    const auto finding = finding_meant(problem, part, step.name, person, judgement);
    if (!finding) return tl::unexpected(finding.error());
    if (auto waits = waiting_submission(problem, **finding, step.name))
      return tl::unexpected(std::move(*waits));
    if (auto waits = waiting_request(problem, **finding, step.name))
      return tl::unexpected(std::move(*waits));
    return step_on_one(**finding, step, person, judgement);
  }
  auto taken = take_step(problem, step, person, judgement);
  if (!taken) return tl::unexpected(taken.error());
  if (auto later = found_later(problem, step)) return tl::unexpected(std::move(*later));
  if (auto waits = waiting_dispute(problem, step.name)) return tl::unexpected(std::move(*waits));
  SharedStep shared{taken->role, {}};
  for (const Problem& finding : problem.findings) {
    if (admits(finding, step.name, taken->draft)) {
      shared.drafts.push_back(draft_for(finding, taken->draft));
    } else if (is_closed_with(finding, step.name)) {
      shared.drafts.push_back(draft_for(finding, taken->draft));
      set_value(shared.drafts.back(), "with", submitted_finding(problem).id);
    }
  }
  return shared;
}

}  // namespace sihu
