#pragma once

#include "plan/conflict.hpp"
#include "plan/judge.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace sihu {

/// How a plan was found.
enum class PlanMethod {
  rotation,  ///< as the rotation says
  repaired,  ///< the rotation, some visits exchanged
  search,    ///< the flow with branching
};

/// Who inspects whom in one quarter, and how good that is.
struct Plan {
  std::vector<Visit> visits;      ///< in order
  std::vector<PlanFault> broken;  ///< the rules that it breaks because nothing better exists
  PlanMethod method = PlanMethod::rotation;
  int exchanged = 0;     ///< repaired: visits that the rotation did not have
  bool proved = true;    ///< no plan breaks less
  std::int64_t gap = 0;  ///< not proved: how many repeats or quarters too soon may be saved
  int nodes = 0;         ///< search: flows that were looked at
  std::optional<RotationPlace> place;  ///< where the next plan goes on; nothing: no rotation there
  std::vector<int> made;               ///< visits each branch makes
  std::vector<int> got;                ///< visits each branch gets
};

/// Plans a quarter: by the rotation where nothing stands in its way, mending it where little does,
/// else by searching for the plan that breaks least: the fewest visits again before their turn,
/// then the fewest quarters too soon after the reverse. What may never be is never broken, except
/// that two branches inspect each other. The same constraints give the same plan everywhere.
///
/// Up to 400 branches the search is over all visits, above that over some of them, and then its
/// failing is told as `ConflictKind::unknown` unless the reason is found by counting.
tl::expected<Plan, PlanConflict> make_plan(const PlanConstraints& constraints);

}  // namespace sihu
