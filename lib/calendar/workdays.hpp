#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "calendar/date.hpp"

namespace sihu {

/// Which days are working days: Monday to Friday, but for what the calendars say.
struct Workdays {
  std::map<Date, bool> exceptions;  ///< true: a make-up workday; false: a day off
  std::set<int> years;              ///< years that a calendar covers
  std::string version;              ///< of the calendars together, as deadlines record it

  bool is_workday(Date date) const;
};

/// The `count`-th working day after `from`; the day `from` itself is day 0 and never counts.
Date add_workdays(const Workdays& calendar, Date from, int count);

/// Years from `from` to `to` that no calendar covers: dates there are provisional (暂算).
std::vector<int> years_without_calendar(const Workdays& calendar, Date from, Date to);

}  // namespace sihu
