#pragma once

#include "plan/conflict.hpp"
#include "plan/rules.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// Above this many branches nothing but counting is done.
inline constexpr int all_visits_up_to = 400;

/// Whether a plan exists.
struct PlanTrial {
  std::optional<std::vector<Visit>> visits;  ///< of a plan, good or bad
  bool impossible = false;                   ///< there is none; else, without visits: not settled
  int steps = 1;                             ///< how much work it was, in flows
};

/// Tries to make any plan. It is always settled, up to `all_visits_up_to` branches, if everybody
/// makes as many visits as they get (`visits_by_pairs`); else by counting, or by a search that
/// looks at `most_nodes` flows.
PlanTrial try_plan(const PlanConstraints& constraints, int most_nodes);

/// Whether `visits_by_pairs` can say if there is a plan: every branch has to make just as many
/// visits as it gets, and they are not too many for it.
bool can_go_by_pairs(const PlanRules& rules);

/// Why no plan exists, told of all the constraints together: the branches, not the constraints that
/// it rests on. Nothing if there is a plan; `ConflictKind::unknown` if that is not settled.
std::optional<PlanConflict> find_obstacle(const PlanConstraints& constraints, int most_nodes);

}  // namespace sihu
