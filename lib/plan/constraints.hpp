#pragma once

#include "plan/seam.hpp"
#include "plan/visit.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sihu {

/// Why two branches must not inspect each other, either way.
enum class RecusalReason {
  recused,        ///< named in the organisation's rules (回避)
  shared_people,  ///< somebody belongs to both
  same_team,      ///< both are of one team
};

/// Two branches of which neither may inspect the other.
struct Recusal {
  int a = 0;
  int b = 0;
  RecusalReason reason = RecusalReason::recused;

  friend bool operator==(const Recusal&, const Recusal&) = default;
};

/// A visit of an earlier plan. Quarters are counted, neighbours one apart.
struct PastVisit {
  int quarter = 0;
  int from = 0;
  int to = 0;
};

/// What a plan of one quarter has to keep, on branches that are numbered 0 to n - 1.
///
/// Everything but `branches` may be left as it is.
struct PlanConstraints {
  int branches = 0;
  int each = 1;                    ///< how many visits each branch gets, and makes
  std::vector<Recusal> recusals;   ///< in any order, repeated or not
  std::vector<int> team;           ///< per branch, below 0: none; those of one team are recused
  std::vector<int> capacity;       ///< per branch: the most visits it can make; below 0: any number
  std::vector<int> demand;         ///< per branch: visits it gets; empty: `each`
  std::vector<PastVisit> history;  ///< in any order; of `quarter` or later: not looked at
  int quarter = 0;                 ///< the one that is planned, counted as in `history`
  std::optional<int> gap;          ///< see `usual_gap`
  std::uint64_t seed = 0;          ///< decides between plans that are equally good
  std::optional<RotationPlace> place;  ///< where the last plan left the rotation
};

/// For how many quarters after B→A there should be no A→B: ⌊(n-1)/2k⌋, which is the most a cycle
/// can keep up, but no more than a year.
int usual_gap(int branches, int each);

/// How many visits a branch makes: at least, at most.
struct Load {
  int least = 0;
  int most = 0;
  std::int64_t dearer = 0;  ///< what each visit above the least costs
};

/// The loads that share the visits fairly: alike but for one, except that a branch whose capacity
/// is less makes what it can. If capacities do not suffice, everybody makes what they can.
std::vector<Load> fair_loads(const PlanConstraints& constraints);

/// Whose turn it is to make one more than others where `loads` leave that open, by the history: 0
/// for those who never did or whose turn is longest ago, more the later it was. In a past quarter
/// those made one more who made more than the least of those that are asked now.
std::vector<int> turns_of_more(const PlanConstraints& constraints, const std::vector<Load>& loads);

/// The highest of `turns_of_more`.
constexpr int latest_turn = 40;

/// The demand of every branch, spelled out.
std::vector<int> demands(const PlanConstraints& constraints);

}  // namespace sihu
