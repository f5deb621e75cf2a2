#include "statistics/weighted_total.hpp"

namespace sihu {

WeightedTotal weighted_total(const std::vector<WeightedPart>& parts) {
  Rational full;
  Rational applicable;
  Rational earned;
  for (const WeightedPart& part : parts) {
    const Rational weight = part.weight * part.full;
    full += weight;
    if (!part.score) continue;
    applicable += weight;
    earned += part.weight * *part.score;
  }
  if (applicable.is_zero()) return {};
  return {Rational(100) * earned / applicable, applicable / full};
}

}  // namespace sihu
