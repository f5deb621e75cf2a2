#pragma once

#include "base/rational.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// Ranks from 1 for the lowest, where equal values share the mean of their ranks.
std::vector<double> mean_ranks(const std::vector<Rational>& values);

/// How far quarters agree in their order of the branches.
struct Concordance {
  double w = 0;           ///< Kendall's W, corrected for equal values: 0 none, 1 the same order
  double chi_square = 0;  ///< Friedman's
  int df = 0;
  double p = 1;

  /// Below 0.5: the order is mostly noise.
  bool is_noise() const { return w < 0.5; }
};

/// `quarters` has, for each of at least two, a value for each of at least two branches. Nothing
/// where every quarter has but equal values.
std::optional<Concordance> concordance(const std::vector<std::vector<Rational>>& quarters);

/// Kendall's τ_b and Spearman's ρ of two rows of as many values, -1 to 1; nothing where a row has
/// but equal values.
std::optional<double> tau_b(const std::vector<Rational>& first,
                            const std::vector<Rational>& second);
std::optional<double> rank_correlation(const std::vector<Rational>& first,
                                       const std::vector<Rational>& second);

}  // namespace sihu
