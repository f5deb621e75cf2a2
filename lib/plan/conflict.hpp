#pragma once

#include "plan/constraints.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// Why no plan exists.
enum class ConflictKind {
  too_few_branches,  ///< less than two
  too_many_visits,   ///< more than pairs that can be used: two would have to inspect each other
  capacity,          ///< all together can make less than is demanded
  inspected,         ///< `these` need more visits than those who may inspect them can make
  inspecting,        ///< `these` have to make more visits than those they may inspect can take
  partners,          ///< `these` take part in more visits than there are others for them to meet
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

/// A set of constraints that no plan can keep. With up to 100 branches and 400 constraints it can
/// do without none of those that it names, as far as short searches can tell; among few branches it
/// is the smallest there is.
///
/// What is said of constraints left out holds whether the other capacities are kept or not: less
/// capacity also means less to do, so that one may be in the way and help as well.
struct PlanConflict {
  ConflictKind kind = ConflictKind::unknown;
  std::vector<int> these;              ///< the branches concerned
  std::vector<int> only;               ///< who alone may inspect them, be inspected, or meet them
  int needed = 0;                      ///< visits; too_many_visits: all that are demanded
  int possible = 0;                    ///< visits; too_many_visits: the most there can be
  std::vector<Recusal> recusals = {};  ///< those it rests on, the smaller number first; no teams
  std::vector<std::vector<int>> teams = {};    ///< those it rests on, by their members
  std::vector<LimitedBranch> capacities = {};  ///< those it rests on
};

/// A reason why no plan exists, or nothing if there is none. For the counting reasons `these` is as
/// small as can be up to three branches, and above that has no branch too many. If a search of
/// `most_nodes` flows does not settle it, the kind is `unknown`; that can be only where capacities
/// leave some with more to do than others.
///
/// Takes seconds for hundreds of branches; above 400 only what counting shows is found.
std::optional<PlanConflict> find_conflict(const PlanConstraints& constraints,
                                          int most_nodes = 2000);

/// The reasons that need no more than adding up, recusals left aside: too few branches, too many
/// visits, too little capacity.
std::optional<PlanConflict> find_conflict_of_totals(const PlanConstraints& constraints);

}  // namespace sihu
