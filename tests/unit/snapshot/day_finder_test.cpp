#include "snapshot/day_finder.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("snapshot") {
  TEST_CASE("the local day changes at midnight there, in any order of asking") {
    DayFinder days{Zone{}};  // eight hours ahead
    CHECK(date_of(days.find("2026-10-12T15:59:59.999Z")) == Date(2026, 10, 12));
    CHECK(date_of(days.find("2026-10-12T16:00:00.000Z")) == Date(2026, 10, 13));
    CHECK(date_of(days.find("2026-10-12T15:59:59.999Z")) == Date(2026, 10, 12));
    CHECK(days.find("not an instant") == no_day);
    CHECK(days.find("9999-10-12T16:00:00.000Z") == no_day);
  }

  TEST_CASE("it agrees with the zone where clocks are set around midnight") {
    Zone zone{"somewhere",
              -3 * 3600,
              {{*Instant::parse("2026-03-15T03:00:00.000Z"), -2 * 3600},
               {*Instant::parse("2026-11-01T02:00:00.000Z"), -3 * 3600}}};
    DayFinder days{zone};
    for (const char* day : {"2026-03-14", "2026-03-15", "2026-10-31", "2026-11-01"})
      for (int minute = 0; minute < 24 * 60; minute += 10) {
        const Instant at =
            Instant::parse(std::string(day) + "T00:00:00.000Z").value() + minute * 60000;
        CHECK(date_of(days.find(to_string(at))) == zone.date_of(at));
      }
  }
}
