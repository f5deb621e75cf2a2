#include "calendar/date.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("calendar") {
  TEST_CASE("only days that exist are dates") {
    CHECK(Date::parse("2024-02-29") == Date(2024, 2, 29));
    for (const char* bad : {"2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "0000-01-01",
                            "2026-1-1", "20260101", "2026-01-01 ", "2026/01/01", ""})
      CHECK_MESSAGE(!Date::parse(bad), bad);
  }

  TEST_CASE("dates are written as they are read, and count days") {
    CHECK(to_string(Date(2026, 10, 7)) == "2026-10-07");
    CHECK(Date(2026, 10, 12) + 15 == Date(2026, 10, 27));
    CHECK(Date(2027, 1, 1) - Date(2026, 1, 1) == 365);
    CHECK(Date(2026, 10, 12).weekday() == 1);
  }
}
