#pragma once

#include "statistics/two_way.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sihu {

/// What repeated drawing says of one branch: 5 % and 95 % of the draws lie at or below these.
struct BootstrapRange {
  int rank_low = 1;
  int rank_high = 1;
  double level_low = 0;  ///< points
  double level_high = 0;
  double top = 0;  ///< share of draws in which it is among the first
};

/// How often, from which seed, and how many are the first.
struct BootstrapPlan {
  std::size_t draws = 499;
  std::uint64_t seed = 0;
  int top = 3;
};

/// The ranges of all branches by drawing residuals anew (Efron 1979) and fitting `fit_two_way` each
/// time. Ratings are sorted first (visit, inspector, branch, score), so that their order does not
/// matter. Empty without a fit or without degrees of freedom.
std::vector<BootstrapRange> bootstrap(const Ratings& ratings, const BootstrapPlan& plan);

/// The levels that each of the draws gives, one draw after the other.
std::vector<std::vector<double>> bootstrap_levels(const Ratings& ratings,
                                                  const BootstrapPlan& plan);

}  // namespace sihu
