#pragma once

#include "statistics/two_way.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sihu {

/// Two branches that rated each other, and whether both were kinder to each other than to the rest.
struct MutualPair {
  std::size_t first = 0;  ///< branches, the smaller number first
  std::size_t second = 0;
  double first_favours = 0;   ///< mean residual of the first's ratings of the second, points
  double second_favours = 0;  ///< and the other way round
  double score = 0;           ///< both together, in standard deviations of such a sum

  bool is_notable() const { return score > 2.5; }
};

/// Whether favours are returned, over all pairs.
struct Reciprocity {
  double coefficient = 0;         ///< Σ e f / ½ Σ (e² + f²): -1 to 1
  double p = 1;                   ///< one-sided, by shuffling the residuals among the ratings
  std::vector<MutualPair> pairs;  ///< highest score first
};

/// By the residuals of `fit` (of `ratings`), with `homes` telling each inspector's branch. Ratings
/// of one branch by another are taken together. `draws` shufflings from `seed`; p has (1 + at least
/// as high) / (`draws` + 1). No pairs, or no degrees of freedom: the coefficient is 0 and p is 1.
Reciprocity find_reciprocity(const Ratings& ratings, const TwoWayFit& fit,
                             const HomeBranches& homes, std::uint64_t seed,
                             std::size_t draws = 9999);

}  // namespace sihu
