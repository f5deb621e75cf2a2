#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/workdays.hpp"

namespace sihu {

/// A time limit as documents write it: `now` (立行立改, the same day), `15d` (calendar days) or
/// `15wd` (working days).
struct Limit {
  enum class Unit { now, days, workdays };

  Unit unit = Unit::now;
  int count = 0;  ///< 1 to 3650; 0 with `now`

  static std::optional<Limit> parse(std::string_view text);
  friend bool operator==(const Limit&, const Limit&) = default;
};

/// As it was written: `now`, `15d`, `15wd`.
std::string to_string(const Limit& limit);

/// A due date and what it rests on.
struct Deadline {
  Date date;
  std::vector<int> provisional_years;  ///< working-day limits only: years with no calendar (暂算)
};

/// When something that began on `from` is due: the end of that day. The day it began is day 0.
Deadline deadline(const Limit& limit, Date from, const Workdays& calendar);

}  // namespace sihu
