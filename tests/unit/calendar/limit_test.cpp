#include "calendar/limit.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("calendar") {
  TEST_CASE("a limit is now, days or working days") {
    CHECK(Limit::parse("now") == Limit{});
    CHECK(Limit::parse("15d") == Limit{Limit::Unit::days, 15});
    CHECK(Limit::parse("15wd") == Limit{Limit::Unit::workdays, 15});
    for (const char* good : {"now", "1d", "3650wd"}) CHECK(to_string(*Limit::parse(good)) == good);
    for (const char* bad : {"", "15", "d", "0d", "-1d", "015d", "1.5d", "15D", "4000d", "15 d"})
      CHECK_MESSAGE(!Limit::parse(bad), bad);
  }

  TEST_CASE("a due date is never before the day it counts from, and says when it is provisional") {
    Workdays calendar;
    calendar.years = {2026};
    const Date opened(2026, 12, 28);
    CHECK(deadline(Limit{}, opened, calendar).date == opened);
    CHECK(deadline(*Limit::parse("15d"), opened, calendar).date == Date(2027, 1, 12));
    const Deadline provisional = deadline(*Limit::parse("5wd"), opened, calendar);
    CHECK(provisional.date == Date(2027, 1, 4));
    CHECK(provisional.provisional_years == std::vector<int>{2027});
  }
}
