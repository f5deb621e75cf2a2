#pragma once

#include "statistics/ratings.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// Scores taken apart into levels of branches, which are fixed, and leniencies of inspectors, which
/// are drawn from a normal distribution around 0: score = level + leniency + rest. Leniencies are
/// shrunk towards 0 by as much as they are uncertain, levels are not, because that would reward
/// branches that are seldom inspected.
///
/// The ratio of both variances maximises the restricted likelihood (REML; Patterson and Thompson
/// 1971), unless it is given.
struct MixedFit {
  std::vector<double> level;      ///< of each branch, points
  std::vector<double> leniency;   ///< of each inspector, points; above 0: lenient
  std::vector<double> residuals;  ///< of each rating, in their order, points
  Matrix covariance;              ///< of the levels, points²
  double ratio = 0;               ///< variance of inspectors over that of the rest
  double inspector_variance = 0;  ///< points²
  double residual_variance = 0;   ///< points², of a rating of weight 1
  double criterion = 0;           ///< -2 log of the restricted likelihood: smaller is better

  double level_error(std::size_t branch) const;  ///< standard error of a level
};

/// Nothing if a branch has no rating, or no more ratings are there than branches. A branch that no
/// visit ties to the others (`rating_groups`) is compared with them all the same, on the assumption
/// that inspectors of both groups are alike: say so. With `ratio` 0 the levels are plain means; the
/// larger it is, the nearer they come to `fit_two_way`. The covariance takes longest, and may be
/// left out. `near` is about what the ratio will be, as of ratings that are weighed a little
/// otherwise: there it is looked for first.
std::optional<MixedFit> fit_mixed(const Ratings& ratings, std::optional<double> ratio = {},
                                  bool with_covariance = true, std::optional<double> near = {});

}  // namespace sihu
