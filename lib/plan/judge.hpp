#pragma once

#include "plan/rules.hpp"

#include <vector>

namespace sihu {

/// The rules a plan is judged by.
enum class PlanRule {
  unknown_branch,  ///< a number that is none of the n
  itself,          ///< a branch inspects itself
  twice,           ///< the same visit stands there twice
  recused,         ///< the two must not inspect each other
  mutual,          ///< the two inspect each other in the same quarter
  demand,          ///< a branch gets more or fewer visits than it should
  capacity,        ///< a branch makes more visits than it can
  load,            ///< a branch makes more or fewer visits than its fair share
  repeat,          ///< a visit again, before all others had their turn
  too_soon,        ///< a visit back, before the gap is over
};

/// A rule that a plan breaks, and where.
struct PlanFault {
  PlanRule rule = PlanRule::unknown_branch;
  Visit visit;    ///< demand: `to` is the branch, capacity, load: `from`; mutual: the smaller first
  int found = 0;  ///< visits got or made; repeat: how often in this turn; too_soon: quarters ago
  int wanted = 0;  ///< how many visits it should be (load: the fair share); too_soon: quarters
  RecusalReason reason = RecusalReason::recused;  ///< for `recused`
  bool grave = true;  ///< may never be; else it may be where nothing better exists

  friend bool operator==(const PlanFault&, const PlanFault&) = default;
};

/// Every rule that the plan breaks, the grave ones first, then by branch; whoever wrote the plan.
///
/// Two branches have no choice but to inspect each other, so there it is not grave.
std::vector<PlanFault> judge_plan(const PlanConstraints& constraints,
                                  const std::vector<Visit>& visits);

/// The same, with rules that are ready.
std::vector<PlanFault> judge_plan(const PlanRules& rules, const std::vector<Visit>& visits);

}  // namespace sihu
