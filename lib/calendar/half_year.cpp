#include "calendar/half_year.hpp"

#include <fmt/format.h>

namespace sihu {

std::optional<HalfYear> HalfYear::parse(std::string_view text) {
  if (text.size() != 6 || text[4] != 'H' || text[5] < '1' || text[5] > '2') return std::nullopt;
  const auto date = Date::parse(std::string(text.substr(0, 4)) + "-01-01");
  if (!date) return std::nullopt;
  return HalfYear{date->year(), text[5] - '0'};
}

HalfYear HalfYear::of(Date date) {
  return HalfYear{date.year(), date.month() <= 6 ? 1 : 2};
}

HalfYear HalfYear::previous() const {
  return number == 1 ? HalfYear{year - 1, 2} : HalfYear{year, 1};
}

std::string to_string(HalfYear half) {
  return fmt::format("{:04}H{}", half.year, half.number);
}

}  // namespace sihu
