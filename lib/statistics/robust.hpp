#pragma once

#include "statistics/mixed.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace sihu {

/// The mixed model with the say of single distorted ratings curbed (Huber 1964): a rating further
/// from what the model expects than 1.345 robust standard deviations weighs less the further it is.
struct RobustFit {
  MixedFit fit;                 ///< with the final weights
  std::vector<double> factors;  ///< of each rating's own weight, above 0 and at most 1
  double scale = 0;             ///< robust standard deviation of the residuals, points

  /// Ratings whose inspector should explain them: a factor below 0.6, smallest first. They are
  /// listed, never taken out.
  std::vector<std::size_t> outlying() const;
};

/// Nothing where `fit_mixed` has nothing. Thirty rounds, each with its own ratio unless `ratio` is
/// given; where half of the ratings fit exactly, nothing is curbed. Hundreds of branches take
/// seconds: `stop` is asked before each round, and where it says so there is nothing.
std::optional<RobustFit> fit_robust(const Ratings& ratings, std::optional<double> ratio = {},
                                    const std::function<bool()>& stop = {});

}  // namespace sihu
