#include "check/footing.hpp"

#include "check/planned.hpp"

#include <algorithm>
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

bool has_taken_part(const Organisation& organisation, const CheckState& state,
                    const std::string& branch) {
  const auto is_of_branch = [&](const std::string& id) {
    const Person* person = organisation.find_person(id);
    return person && person->branch == branch;
  };
  const auto has_answered = [&](const auto& item) {
    return std::ranges::any_of(
        item.second.standing, [&](const GivenAnswer& given) { return is_of_branch(given.person); });
  };
  return std::ranges::any_of(state.beginnings,
                             [&](const Beginning& begun) { return is_of_branch(begun.person); }) ||
         std::ranges::any_of(state.items, has_answered);
}

// The branches of the organisation that the plan has inspect a branch.
std::set<std::string> planned_inspectors(const Inspections& inspections, const CheckKey& key) {
  std::set<std::string> branches;
  if (const PlanFile* plan = plan_for(inspections, key.quarter))
    for (const PlanRow& row : plan->rows)
      if (row.mutual == Mutual::check && row.to == key.branch &&
          inspections.organisation.find_branch(row.from))
        branches.insert(row.from);
  return branches;
}

// Everybody's inspection: outside the plan while only those have a part in it who gave a reason.
Footing footing_of_all(const Inspections& inspections, const CheckState& state) {
  if (has_separate(begun_beside(inspections.states, state.key))) return Footing::together;
  const auto takes_part = [&](const std::string& branch) {
    return has_taken_part(inspections.organisation, state, branch);
  };
  const bool outside = !reasons_outside_plan(state).empty() &&
                       std::ranges::none_of(planned_inspectors(inspections, state.key), takes_part);
  return outside ? Footing::outside : Footing::planned;
}

}  // namespace

std::string_view to_string(Footing footing) {
  return footing == Footing::planned   ? "planned"
         : footing == Footing::outside ? "outside-plan"
                                       : "together";
}

const Text& wording(Footing footing) {
  static constexpr Text planned{"照计划", "as planned"};
  static constexpr Text outside{"计划外", "outside the plan"};
  static constexpr Text together{"一起查的", "together"};
  return footing == Footing::planned ? planned : footing == Footing::outside ? outside : together;
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
  const CheckKey& key = state.key;
  if (key.self) return Footing::planned;
  if (key.by.empty()) return footing_of_all(inspections, state);
  if (!inspections.organisation.find_branch(key.by)) return Footing::outside;
  const PlanFile* plan = plan_for(inspections, key.quarter);
  const bool planned =
      plan ? plan->has(Mutual::check, key.by, key.branch) : reasons_outside_plan(state).empty();
  return planned ? Footing::planned : Footing::outside;
}

std::vector<CheckKey> inspections_of(const Inspections& inspections, const CheckKey& key) {
  std::vector<CheckKey> keys = begun_beside(inspections.states, key);
  const auto planned = planned_inspectors(inspections, key);
  if (planned.size() > 1 || has_separate(keys)) {
    const auto together = inspections.states.find({key.quarter, key.branch, key.checklist});
    for (const std::string& by : planned) {
      const bool joined = together != inspections.states.end() &&
                          has_taken_part(inspections.organisation, together->second, by);
      if (!joined && std::ranges::find(keys, by, &CheckKey::by) == keys.end())
        keys.push_back({key.quarter, key.branch, key.checklist, false, by});
    }
    std::ranges::sort(keys);
  }
  if (keys.empty()) keys.push_back(key);
  return keys;
}

}  // namespace sihu
