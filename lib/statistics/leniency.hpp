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

/// The same against those who do not stand out: leniencies add up to 0, so that one inspector far
/// above makes all others look severe. Whoever is furthest off (by t) and notable is taken out of
/// the mean that everybody is compared with, one after another, until nobody in it is notable, or
/// it holds no more than half of all. Where nobody stands out it is `judge_leniency`; so it finds
/// somebody among honest inspectors no more often.
std::vector<LeniencyFinding> judge_leniency_robustly(const TwoWayFit& fit, double least = 3);

}  // namespace sihu
