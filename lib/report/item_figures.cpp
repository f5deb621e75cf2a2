#include "report/item_figures.hpp"

#include "base/rational.hpp"

#include <fmt/format.h>

namespace sihu {

std::string decimals(double number, int places) {
  constexpr int meant_places = 9;
  const auto meant = Rational::parse(fmt::format("{:.{}f}", number, meant_places), meant_places);
  return meant ? meant->rounded(places) : fmt::format("{:.{}f}", number, places);
}

Value figure(const std::optional<double>& number, int places) {
  return number ? Value(decimals(*number, places)) : Value();
}

Value percent_figure(const std::optional<double>& share) {
  return share ? figure(100 * *share, 1) : Value();
}

}  // namespace sihu
