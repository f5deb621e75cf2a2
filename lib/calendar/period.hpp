#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.hpp"

namespace sihu {

/// A quarter of a year, written `2026Q4`.
struct Quarter {
  int year = 1970;
  int number = 1;  ///< 1 to 4

  /// Reads exactly `YYYYQn`.
  static std::optional<Quarter> parse(std::string_view text);
  static Quarter of(Date date);

  Date first_day() const;
  Date last_day() const;
  Quarter next() const;
  Quarter previous() const;

  friend auto operator<=>(const Quarter&, const Quarter&) = default;
};

/// `2026Q4`.
std::string to_string(Quarter quarter);

/// `26Q4`, as ids use it. `parse_short_quarter` reads it back: years 2000 to 2099.
std::string to_short_string(Quarter quarter);
std::optional<Quarter> parse_short_quarter(std::string_view text);

}  // namespace sihu
