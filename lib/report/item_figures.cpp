#include "report/item_figures.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sihu {

Value figure(const std::optional<double>& number, int places) {
  if (!number) return {};
  const double half_unit = 0.5 * std::pow(10.0, -places);
  return fmt::format("{:.{}f}", std::abs(*number) < half_unit ? 0.0 : *number, places);
}

Value percent_figure(const std::optional<double>& share) {
  return share ? figure(100 * *share, 1) : Value();
}

}  // namespace sihu
