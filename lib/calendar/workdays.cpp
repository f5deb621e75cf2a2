#include "calendar/workdays.hpp"

namespace sihu {

bool Workdays::is_workday(Date date) const {
  const auto exception = exceptions.find(date);
  return exception != exceptions.end() ? exception->second : date.weekday() <= 5;
}

Date add_workdays(const Workdays& calendar, Date from, int count) {
  Date date = from;
  for (int left = count; left > 0;) {
    date = date + 1;
    if (calendar.is_workday(date)) --left;
  }
  return date;
}

std::vector<int> years_without_calendar(const Workdays& calendar, Date from, Date to) {
  std::vector<int> missing;
  for (int year = from.year(); year <= to.year(); ++year)
    if (!calendar.years.contains(year)) missing.push_back(year);
  return missing;
}

}  // namespace sihu
