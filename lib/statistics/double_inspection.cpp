#include "statistics/double_inspection.hpp"

#include <cmath>

namespace sihu {
namespace {

std::optional<double> share_of(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

DoubleInspection compare_teams(const DoubleCount& count) {
  const auto first = static_cast<double>(count.first);
  const auto second = static_cast<double>(count.second);
  const auto both = static_cast<double>(count.both);
  DoubleInspection result;
  const double product = (first + 1) * (second + 1);
  result.total = product / (both + 1) - 1;
  result.error = std::sqrt(product * (first - both) * (second - both) / (both + 2)) / (both + 1);
  result.first_detects = share_of(count.both, count.second);
  result.second_detects = share_of(count.both, count.first);
  return result;
}

std::size_t sheets_to_recheck(double share, double probability) {
  // Rounding must not ask for one sheet more where the bound is met exactly.
  const double exact = std::log1p(-probability) / std::log1p(-share);
  return static_cast<std::size_t>(std::ceil(exact - 1e-9));
}

}  // namespace sihu
