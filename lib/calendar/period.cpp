#include "calendar/period.hpp"

#include <fmt/format.h>

namespace sihu {

std::optional<Quarter> Quarter::parse(std::string_view text) {
  if (text.size() != 6 || text[4] != 'Q' || text[5] < '1' || text[5] > '4') return std::nullopt;
  const auto date = Date::parse(std::string(text.substr(0, 4)) + "-01-01");
  if (!date) return std::nullopt;
  return Quarter{date->year(), text[5] - '0'};
}

Quarter Quarter::of(Date date) {
  return Quarter{date.year(), static_cast<int>(date.month() - 1) / 3 + 1};
}

Date Quarter::first_day() const {
  return Date{year, static_cast<unsigned>(number) * 3 - 2, 1};
}

Date Quarter::last_day() const {
  return next().first_day() - 1;
}

Quarter Quarter::next() const {
  return number == 4 ? Quarter{year + 1, 1} : Quarter{year, number + 1};
}

Quarter Quarter::previous() const {
  return number == 1 ? Quarter{year - 1, 4} : Quarter{year, number - 1};
}

std::string to_string(Quarter quarter) {
  return fmt::format("{:04}Q{}", quarter.year, quarter.number);
}

std::string to_short_string(Quarter quarter) {
  return fmt::format("{:02}Q{}", quarter.year % 100, quarter.number);
}

std::optional<Quarter> parse_short_quarter(std::string_view text) {
  return Quarter::parse("20" + std::string(text));
}

}  // namespace sihu
