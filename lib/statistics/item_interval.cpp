#include "statistics/item_interval.hpp"

#include "statistics/miss_rate.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

constexpr double z = 1.959963984540054;  // 97.5 % of the normal distribution lie below

}  // namespace

std::optional<ItemInterval> share_interval(double share, std::size_t candidates) {
  if (candidates == 0) return std::nullopt;
  const WilsonInterval wilson = wilson_interval_of(share, candidates);
  return ItemInterval{wilson.low, wilson.high};
}

std::optional<ItemInterval> correlation_interval(std::optional<double> r, std::size_t candidates) {
  constexpr double most = 1 - 1e-12;
  if (!r || candidates < 4) return std::nullopt;
  const double at = std::atanh(std::clamp(*r, -most, most));
  const double half = z / std::sqrt(static_cast<double>(candidates - 3));
  return ItemInterval{std::tanh(at - half), std::tanh(at + half)};
}

}  // namespace sihu
