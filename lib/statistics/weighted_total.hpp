#pragma once

#include "base/rational.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// One part of a total.
struct WeightedPart {
  Rational weight;
  Rational full;                  ///< points, above 0
  std::optional<Rational> score;  ///< points; nothing: not applicable, which is not 0
};

/// A total out of the parts that apply.
struct WeightedTotal {
  std::optional<Rational> total;  ///< 100 Σ w s / Σ w full over what applies; nothing: nothing does
  Rational coverage;              ///< share that applies of Σ w full, 0 to 1
};
WeightedTotal weighted_total(const std::vector<WeightedPart>& parts);

}  // namespace sihu
