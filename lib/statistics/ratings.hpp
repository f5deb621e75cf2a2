#pragma once

#include "statistics/matrix.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// One score that an inspector gave a branch, both by number.
struct Rating {
  std::size_t inspector = 0;
  std::size_t branch = 0;
  double score = 0;       ///< points
  double weight = 1;      ///< how much it is trusted against the others, above 0
  std::size_t visit = 0;  ///< which visit it was, such as the quarter: only orders the ratings
};

/// All scores of a window. Branches are 0 to `branches` - 1, inspectors 0 to `inspectors` - 1; each
/// should occur, but what can't be told without that says so.
struct Ratings {
  std::size_t branches = 0;
  std::size_t inspectors = 0;
  std::vector<Rating> all;
};

/// The number of the branch that each inspector comes from; nothing for headquarters.
using HomeBranches = std::vector<std::optional<std::size_t>>;

/// Sums over ratings that both models need, in weights w.
struct RatingSums {
  std::vector<double> branch_weight;     ///< Σ w of a branch
  std::vector<double> branch_score;      ///< Σ w y of a branch
  std::vector<double> inspector_weight;  ///< Σ w of an inspector
  std::vector<double> inspector_score;   ///< Σ w y of an inspector
  Matrix weight;                         ///< Σ w of a branch (row) by an inspector (column)
};
RatingSums sum_ratings(const Ratings& ratings);

/// What is left of each rating after `level` of its branch and `leniency` of its inspector, in the
/// order of the ratings, in points.
std::vector<double> rating_residuals(const Ratings& ratings, const std::vector<double>& level,
                                     const std::vector<double>& leniency);

}  // namespace sihu
