#pragma once

#include "calendar/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// A stretch of time as documents write it: `90d`, `6m` or `1y`.
struct Span {
  enum class Unit { days, months, years };

  Unit unit = Unit::days;
  int count = 1;  ///< 1 to 9999

  static std::optional<Span> parse(std::string_view text);
  friend bool operator==(const Span&, const Span&) = default;
};

/// As it was written: `90d`, `6m`, `1y`.
std::string to_string(const Span& span);

/// The day so much later. With months and years the same day of the month, or the last one where
/// that month is shorter.
Date after(const Span& span, Date from);

}  // namespace sihu
