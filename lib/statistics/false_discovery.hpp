#pragma once

#include <vector>

namespace sihu {

/// The level at which a family of tests is judged.
inline constexpr double accepted_false_discoveries = 0.05;

/// q of every p: the share of false alarms to expect among those that are at most as likely as it
/// by chance (Benjamini and Hochberg 1995). In the order given.
std::vector<double> false_discovery_rates(const std::vector<double>& p);

}  // namespace sihu
