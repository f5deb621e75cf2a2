#include "records/record_periods.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("records") {
  TEST_CASE("an inspection covers the months that have begun and none to come") {
    const auto months = stretches(RecordPeriod::month, {2026, 4}, Date(2026, 11, 28));
    REQUIRE(months.size() == 2);
    CHECK(months[0].label == "2026-10");
    CHECK(months[0].is_over(Date(2026, 11, 28)));
    CHECK(months[1].last == Date(2026, 11, 30));
    CHECK_FALSE(months[1].is_over(Date(2026, 11, 28)));
    CHECK_FALSE(months[1].is_over(Date(2026, 11, 30)));
    CHECK(months[1].is_over(Date(2026, 12, 1)));
  }

  TEST_CASE("half-years and years are those that the quarter lies in") {
    CHECK(stretches(RecordPeriod::half_year, {2026, 3}, Date(2026, 9, 30)).at(0).label == "2026H2");
    const auto year = stretches(RecordPeriod::year, {2026, 1}, Date(2026, 3, 31)).at(0);
    CHECK(year.label == "2026");
    CHECK(year.first == Date(2026, 1, 1));
    CHECK_FALSE(year.is_over(Date(2026, 3, 31)));
    CHECK(stretches(RecordPeriod::quarter, {2026, 4}, Date(2026, 9, 30)).empty());
  }
}
