#include "calendar/half_year.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("calendar") {
  TEST_CASE("a half-year is two quarters, and is written one way") {
    const auto half = HalfYear::parse("2026H2");
    REQUIRE(half);
    CHECK(to_string(*half) == "2026H2");
    CHECK(half->first_quarter() == Quarter{2026, 3});
    CHECK(half->second_quarter() == Quarter{2026, 4});
    CHECK(half->first_day() == Date(2026, 7, 1));
    CHECK(half->last_day() == Date(2026, 12, 31));
    CHECK(to_string(half->previous()) == "2026H1");
    CHECK(to_string(HalfYear{2026, 1}.previous()) == "2025H2");
    for (const char* wrong : {"2026H3", "2026h2", "2026Q2", "2026H22", "0000H1", ""})
      CHECK_FALSE(HalfYear::parse(wrong));
  }

  TEST_CASE("June belongs to the first half, July to the second") {
    CHECK(HalfYear::of(Date(2026, 6, 30)) == HalfYear{2026, 1});
    CHECK(HalfYear::of(Date(2026, 7, 1)) == HalfYear{2026, 2});
  }
}
