#include "calendar/period.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("calendar") {
  TEST_CASE("a quarter knows its days and its neighbours") {
    const auto quarter = Quarter::parse("2026Q4");
    REQUIRE(quarter);
    CHECK(quarter->first_day() == Date(2026, 10, 1));
    CHECK(quarter->last_day() == Date(2026, 12, 31));
    CHECK(to_string(quarter->next()) == "2027Q1");
    CHECK(quarter->next().previous() == *quarter);
    CHECK(Quarter::of(Date(2026, 9, 30)) == quarter->previous());
    CHECK(to_short_string(*quarter) == "26Q4");
    CHECK(parse_short_quarter("26Q4") == quarter);
    for (const char* bad : {"2026Q4", "6Q4", "26Q5", ""}) CHECK(!parse_short_quarter(bad));
    for (const char* bad : {"2026Q5", "2026q4", "26Q4", "2026Q", ""}) CHECK(!Quarter::parse(bad));
  }
}
