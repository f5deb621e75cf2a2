#pragma once

#include "statistics/two_way.hpp"

#include <vector>

namespace sihu {

/// Whether an inspector rates higher or lower than the others.
struct LeniencyFinding {
  double points = 0;  ///< leniency; above 0: lenient
  double t = 0;
  double p = 1;  ///< two-sided
  double q = 1;  ///< among all inspectors
  bool notable = false;
};

/// Of every inspector. Notable: q at most 0.05, and at least `least` points, because with many
/// ratings a difference that matters to nobody is significant too. Empty where `fit` has no degrees
/// of freedom.
std::vector<LeniencyFinding> judge_leniency(const TwoWayFit& fit, double least = 3);

}  // namespace sihu
