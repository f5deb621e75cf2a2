#pragma once

#include "plan/constraints.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// Why no plan exists.
enum class ConflictKind {
  too_few_branches,  ///< less than two
  too_many_visits,   ///< more than pairs there are: two would have to inspect each other
  capacity,          ///< all together can make less than is demanded
  inspected,         ///< `these` need more visits than those who may inspect them can make
  inspecting,        ///< `these` have to make more visits than those they may inspect can take
  mutual,            ///< the two of `these` can't do without inspecting each other
  together,          ///< no plan without mutual pairs exists; no smaller reason was found
  unknown,           ///< no plan was found; whether one exists was not found out either
};

/// The most visits that a branch can make, by the organisation's rules.
struct LimitedBranch {
  int branch = 0;
  int most = 0;

  friend bool operator==(const LimitedBranch&, const LimitedBranch&) = default;
};

/// A set of constraints that no plan can keep. With up to 100 branches and 400 recusals none of the
/// recusals that it names can be left out without the reason falling; of reasons that count nothing
/// (`mutual`, `together`) there is a plan then, as far as a short search can tell.
struct PlanConflict {
  ConflictKind kind = ConflictKind::unknown;
  std::vector<int> these;              ///< the branches concerned
  std::vector<int> only;               ///< who alone may inspect them, or be inspected by them
  int needed = 0;                      ///< visits; too_many_visits: all that are demanded
  int possible = 0;                    ///< visits; too_many_visits: the most there can be
  std::vector<Recusal> recusals = {};  ///< those it rests on, the smaller number first
  std::vector<LimitedBranch> capacities = {};  ///< without each of which alone a plan exists
};

/// A reason why no plan exists, or nothing if there is none. For the counting reasons `these` is as
/// small as can be up to three branches, and above that has no branch too many. If a search of
/// `most_nodes` flows does not settle it, the kind is `unknown`.
///
/// Takes seconds for hundreds of branches; above 400 only what counting shows is found.
std::optional<PlanConflict> find_conflict(const PlanConstraints& constraints,
                                          int most_nodes = 2000);

/// The reasons that need no more than adding up: too few branches, too many visits, too little
/// capacity.
std::optional<PlanConflict> find_conflict_of_totals(const PlanConstraints& constraints);

}  // namespace sihu
