#pragma once

#include "statistics/matrix.hpp"

#include <vector>

namespace sihu {

/// The ranks that a branch may have, given what is known; 1 is the best.
struct RankSet {
  int best = 1;
  int worst = 1;

  friend bool operator==(const RankSet&, const RankSet&) = default;
};

/// How pairs are tested.
enum class PairTest {
  each,     ///< each pair at the level of its own
  together  ///< so that all rank sets hold together with the probability (Holm 1979)
};

/// Each branch's rank set: behind all that are significantly better, before all that are worse.
/// Every pair is tested two-sided by t with `df`, from the `covariance` of the levels. Without
/// degrees of freedom every rank is possible.
std::vector<RankSet> rank_sets(const std::vector<double>& level, const Matrix& covariance,
                               double df, PairTest test, double alpha = 0.05);

/// Whether the sets of those at rank `last` and better overlap with those of the rest, so that a
/// line between them (the prize line) is not supported: 并列建议 instead of a winner by 0.1 point.
bool is_line_unclear(const std::vector<double>& level, const std::vector<RankSet>& sets, int last);

/// Ranks by value, highest first; equal values share the best of their ranks (1, 2, 2, 4).
std::vector<int> ranks_of(const std::vector<double>& values);

}  // namespace sihu
