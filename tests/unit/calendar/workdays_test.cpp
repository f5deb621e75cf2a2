#include "calendar/workdays.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("calendar") {
  TEST_CASE("holidays are off, make-up days work, and the first day is day 0") {
    Workdays calendar;
    for (unsigned day = 1; day <= 7; ++day) calendar.exceptions[Date(2026, 10, day)] = false;
    calendar.exceptions[Date(2026, 10, 10)] = true;  // a Saturday
    calendar.years = {2026};
    CHECK_FALSE(calendar.is_workday(Date(2026, 10, 1)));
    CHECK(calendar.is_workday(Date(2026, 10, 10)));
    CHECK_FALSE(calendar.is_workday(Date(2026, 10, 11)));
    CHECK(add_workdays(calendar, Date(2026, 9, 30), 3) == Date(2026, 10, 10));
    CHECK(add_workdays(calendar, Date(2026, 9, 30), 4) == Date(2026, 10, 12));
    CHECK(years_without_calendar(calendar, Date(2026, 12, 30), Date(2027, 1, 5)) ==
          std::vector<int>{2027});
  }
}
