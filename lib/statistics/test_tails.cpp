#include "statistics/test_tails.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace sihu {
namespace {

constexpr double share = 0.27;
constexpr double equal_within = 1e-9;  // the same marks added up in another way

// How far each belongs to the `size` largest.
std::vector<double> largest(const std::vector<double>& values, std::size_t size) {
  if (size == 0) return std::vector<double>(values.size());
  auto sorted = values;
  const auto edge_at = sorted.begin() + static_cast<std::ptrdiff_t>(size - 1);
  std::nth_element(sorted.begin(), edge_at, sorted.end(), std::greater<>());
  const double edge = *edge_at;
  double above = 0, at_edge = 0;
  for (const double value : values) {
    above += value > edge + equal_within ? 1 : 0;
    at_edge += std::abs(value - edge) <= equal_within ? 1 : 0;
  }
  const double part = (static_cast<double>(size) - above) / at_edge;
  std::vector<double> membership;
  membership.reserve(values.size());
  for (const double value : values)
    membership.push_back(value > edge + equal_within ? 1 : value >= edge - equal_within ? part : 0);
  return membership;
}

}  // namespace

TestTails tails_of(const std::vector<double>& totals) {
  const auto wanted = std::floor(share * static_cast<double>(totals.size()) + 0.5);
  const auto size = static_cast<std::size_t>(wanted);
  auto turned = totals;
  for (double& total : turned) total = -total;
  return {size, largest(totals, size), largest(turned, size)};
}

}  // namespace sihu
