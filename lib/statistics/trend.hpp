#pragma once

#include "base/rational.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// A value at a time, such as the quarters since some other.
struct TrendPoint {
  long at = 0;
  Rational value;
};

/// Whether values go up or down over time.
struct Trend {
  Rational slope;                 ///< median of all slopes (Theil 1950, Sen 1968), per step of time
  long s = 0;                     ///< pairs that rise less pairs that fall (Mann 1945, Kendall)
  std::optional<double> p_exact;  ///< two-sided; nothing where two values are equal
  double variance = 0;            ///< of `s` if there is no trend, corrected for equal values
  double z = 0;                   ///< `s` less 1 towards 0, in standard deviations
  double p_normal = 1;            ///< two-sided, from `z`
  bool long_enough = false;       ///< at least four points: with fewer no p can be small

  double p() const { return p_exact ? *p_exact : p_normal; }
};

/// Points in any order, each at a time of its own; nothing with fewer than two.
std::optional<Trend> find_trend(std::vector<TrendPoint> points);

}  // namespace sihu
