#include "calendar/span.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("calendar") {
  TEST_CASE("a span is days, months or years, and is written as it was read") {
    for (const char* good : {"1d", "90d", "6m", "1y", "9999d"}) {
      REQUIRE_MESSAGE(Span::parse(good), good);
      CHECK(to_string(*Span::parse(good)) == good);
    }
    for (const char* bad : {"", "6", "m", "0m", "06m", "-1m", "1.5m", "6M", "6 m", "10000d", "6w"})
      CHECK_MESSAGE(!Span::parse(bad), bad);
  }

  TEST_CASE("a month later is the same day, or the last one where the month is shorter") {
    CHECK(after(*Span::parse("180d"), Date(2026, 1, 1)) == Date(2026, 6, 30));
    CHECK(after(*Span::parse("6m"), Date(2026, 3, 15)) == Date(2026, 9, 15));
    CHECK(after(*Span::parse("6m"), Date(2026, 8, 31)) == Date(2027, 2, 28));
    CHECK(after(*Span::parse("1y"), Date(2028, 2, 29)) == Date(2029, 2, 28));
    CHECK(after(*Span::parse("12m"), Date(2026, 12, 1)) == Date(2027, 12, 1));
  }
}
