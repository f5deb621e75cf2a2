#pragma once

#include "calendar/period.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// A half of a year, written `2026H2`.
struct HalfYear {
  int year = 1970;
  int number = 1;  ///< 1 or 2

  /// Reads exactly `YYYYHn`.
  static std::optional<HalfYear> parse(std::string_view text);
  static HalfYear of(Date date);

  Quarter first_quarter() const { return {year, number * 2 - 1}; }
  Quarter second_quarter() const { return {year, number * 2}; }
  Date first_day() const { return first_quarter().first_day(); }
  Date last_day() const { return second_quarter().last_day(); }
  HalfYear previous() const;

  friend auto operator<=>(const HalfYear&, const HalfYear&) = default;
};

/// `2026H2`.
std::string to_string(HalfYear half);

}  // namespace sihu
