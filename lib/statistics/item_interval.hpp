#pragma once

#include <cstddef>
#include <optional>

namespace sihu {

/// Where a figure of a question lies with probability 95 %.
struct ItemInterval {
  double from = 0;
  double to = 0;

  bool holds(double value) const { return from <= value && value <= to; }
};

/// Of the share of points, 0 to 1, that so many candidates have (Wilson 1927); nothing for none.
/// Marks in part make it a little wider than need be.
std::optional<ItemInterval> share_interval(double share, std::size_t candidates);

/// Of a correlation, by Fisher's z: tanh(atanh r ± 1.96 / √(candidates - 3)); nothing for fewer
/// than four.
std::optional<ItemInterval> correlation_interval(std::optional<double> r, std::size_t candidates);

}  // namespace sihu
