#pragma once

#include "plan/rules.hpp"

#include <cstdint>
#include <vector>

namespace sihu {

/// How a plan that was mended is.
struct Repair {
  std::vector<Visit> visits;
  int changed = 0;     ///< visits that were not in the plan before
  bool whole = false;  ///< every visit is free (`PlanRules::is_free`) and none is mutual
};

/// Mends a plan whose loads and demands are right, but in which some visits are not free or mutual:
/// two inspectors exchange whom they inspect, where both then stand better. The rest stays as it
/// is, so that a rotation of thousands with a few recusals remains the rotation.
///
/// `seed` decides whom to ask first. It does not prove anything: where not all could be mended, a
/// whole plan may exist all the same.
Repair repair_plan(const PlanRules& rules, const std::vector<Visit>& visits, std::uint64_t seed);

}  // namespace sihu
