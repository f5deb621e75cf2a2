#include "statistics/false_discovery.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace sihu {

std::vector<double> false_discovery_rates(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
  std::vector<double> q(p.size());
  double least = 1;
  for (std::size_t place = order.size(); place > 0; --place) {
    const std::size_t i = order[place - 1];
    // The factor is at least 1, so that rounding leaves no q below its p.
    const double factor = static_cast<double>(p.size()) / static_cast<double>(place);
    least = std::min(least, p[i] * factor);
    q[i] = least;
  }
  return q;
}

}  // namespace sihu
