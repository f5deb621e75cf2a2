#include "check/footing.hpp"

#include "check/planned.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace sihu {
namespace {

bool has_separate(const std::vector<CheckKey>& keys) {
  return std::ranges::any_of(keys, [](const CheckKey& key) { return !key.by.empty(); });
}

const PlanFile* plan_for(const Inspections& inspections, Quarter quarter) {
  const PlanFile* plan = inspections.plan;
  return plan && plan->quarter == quarter ? plan : nullptr;
}

// What nobody can ever do, by a branch that is not there or at itself, is waited for by nobody.
bool is_inspection_of(const PlanRow& row, const std::string& branch,
                      const Organisation& organisation) {
  return row.mutual == Mutual::check && row.to == branch && row.from != branch &&
         organisation.find_branch(row.from);
}

// The branches of the organisation that the plan has inspect a branch.
std::set<std::string> planned_inspectors(const Inspections& inspections, const CheckKey& key) {
  std::set<std::string> branches;
  if (const PlanFile* plan = plan_for(inspections, key.quarter))
    for (const PlanRow& row : plan->rows)
      if (is_inspection_of(row, key.branch, inspections.organisation)) branches.insert(row.from);
  return branches;
}

// The branches that gave a reason for being outside the plan.
std::set<std::string> with_reason(const Organisation& organisation, const CheckState& state) {
  std::set<std::string> branches;
  for (const Beginning& begun : state.beginnings)
    if (!begun.unplanned.empty())
      if (const Person* person = organisation.find_person(begun.person))
        branches.insert(person->branch);
  return branches;
}

// The inspection that a branch makes.
Footing footing_of_branch(const Inspections& inspections, const CheckState& state,
                          const std::string& by) {
  if (!reasons_outside_plan(state).empty()) return Footing::outside;
  const bool there = inspections.organisation.find_branch(by) != nullptr;
  const PlanFile* plan = plan_for(inspections, state.key.quarter);
  const bool planned = !plan || plan->has(Mutual::check, by, state.key.branch);
  return planned && there ? Footing::planned : Footing::dropped;
}

// Everybody's inspection: outside the plan while only those have a part in it who gave a reason.
Footing footing_of_all(const Inspections& inspections, const CheckState& state) {
  auto branches = taking_part(inspections.organisation, state);
  const bool beside_others =
      has_separate(begun_beside(inspections.states, state.key)) ||
      was_taken_over(inspections.organisation, plan_for(inspections, state.key.quarter), state);
  if (beside_others) {
    const bool is_of_one = branches.size() == 1 && !branches.begin()->empty();
    return is_of_one ? footing_of_branch(inspections, state, *branches.begin()) : Footing::together;
  }
  const auto reasons = with_reason(inspections.organisation, state);
  branches.erase(std::string());
  const bool outside =
      !reasons.empty() && std::ranges::all_of(branches, [&](const std::string& branch) {
        return reasons.contains(branch);
      });
  return outside ? Footing::outside : Footing::planned;
}

}  // namespace

std::string_view to_string(Footing footing) {
  static constexpr std::array<std::string_view, 4> words{"planned", "dropped", "outside-plan",
                                                         "together"};
  return words.at(static_cast<std::size_t>(footing));
}

const Text& wording(Footing footing) {
  static constexpr std::array<Text, 4> words{
      Text{"照计划", "as planned"}, Text{"计划已改", "planned before"},
      Text{"计划外", "outside the plan"}, Text{"一起查的", "together"}};
  return words.at(static_cast<std::size_t>(footing));
}

std::set<std::string> taking_part(const Organisation& organisation, const CheckState& state) {
  std::set<std::string> branches;
  for (const std::string& id : state.people) {
    const Person* person = organisation.find_person(id);
    branches.insert(person ? person->branch : std::string());
  }
  return branches;
}

bool was_taken_over(const Organisation& organisation, const PlanFile* plan,
                    const CheckState& together) {
  if (!plan || plan->quarter != together.key.quarter) return false;
  const auto branches = taking_part(organisation, together);
  if (branches.size() != 1 || branches.begin()->empty() ||
      plan->has(Mutual::check, *branches.begin(), together.key.branch))
    return false;
  return std::ranges::any_of(plan->rows, [&](const PlanRow& row) {
    return is_inspection_of(row, together.key.branch, organisation);
  });
}

int rank_of(Footing footing) {
  if (footing == Footing::outside) return 1;
  return footing == Footing::together ? 2 : 0;
}

std::vector<CheckKey> begun_beside(const std::map<CheckKey, CheckState>& states,
                                   const CheckKey& key) {
  std::vector<CheckKey> keys;
  for (auto at = states.lower_bound({key.quarter, key.branch, key.checklist});
       at != states.end() && is_beside(at->first, key); ++at)
    keys.push_back(at->first);
  return keys;
}

Footing footing_of(const Inspections& inspections, const CheckState& state) {
  if (state.key.self) return Footing::planned;
  return state.key.by.empty() ? footing_of_all(inspections, state)
                              : footing_of_branch(inspections, state, state.key.by);
}

std::vector<CheckKey> inspections_of(const Inspections& inspections, const CheckKey& key) {
  std::vector<CheckKey> keys = begun_beside(inspections.states, key);
  const auto planned = planned_inspectors(inspections, key);
  const auto together = inspections.states.find({key.quarter, key.branch, key.checklist});
  const bool taken_over = together != inspections.states.end() &&
                          was_taken_over(inspections.organisation,
                                         plan_for(inspections, key.quarter), together->second);
  if (planned.size() > 1 || has_separate(keys) || taken_over) {
    for (const std::string& by : planned) {
      const bool joined = together != inspections.states.end() &&
                          taking_part(inspections.organisation, together->second).contains(by);
      if (!joined && std::ranges::find(keys, by, &CheckKey::by) == keys.end())
        keys.push_back({key.quarter, key.branch, key.checklist, false, by});
    }
    std::ranges::sort(keys);
  }
  if (keys.empty()) keys.push_back(key);
  return keys;
}

}  // namespace sihu
