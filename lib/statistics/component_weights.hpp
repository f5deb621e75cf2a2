#pragma once

#include "base/rational.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// How much a component of the total really decides. One on which everybody has 98 decides nothing,
/// whatever the rule book says.
struct ComponentWeight {
  Rational nominal;    ///< as declared, as a share of all
  Rational effective;  ///< w Cov(component, total) / Var(total); these add up to 1

  /// Further apart than 0.10: worth a warning.
  bool is_off() const;
};

/// Of every component; `scores` has a row for each branch and in it a score for each component, all
/// on the same scale. Empty where all totals are equal: then nothing decides.
std::vector<ComponentWeight> component_weights(const std::vector<Rational>& weights,
                                               const std::vector<std::vector<Rational>>& scores);

/// The smallest shift of weight from one component to another that would make two branches equal.
struct WeightShift {
  std::size_t from = 0;
  std::size_t to = 0;
  Rational shift;  ///< share of all weight, above 0

  /// Below 0.05: worth saying beside the ranks.
  bool is_small() const { return shift < Rational(5, 100); }
};

/// For `above`, whose total is higher, and `below`, each with a score for each component. No
/// component can give more than it has. Nothing if no shift between two components does it, or if
/// the totals are equal.
std::optional<WeightShift> smallest_shift(const std::vector<Rational>& weights,
                                          const std::vector<Rational>& above,
                                          const std::vector<Rational>& below);

}  // namespace sihu
