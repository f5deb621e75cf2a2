#include "gate/plain.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("what some YAML reader makes a number, a boolean or a date is known") {
    for (const char* text : {"1", "1.10", "-3", "+5", ".5", "5.", "1e3", "0x1F", "0o17", "0b1",
                             "1_000", "1:30", "007", ".inf", "-.INF", ".nan"}) {
      INFO(text);
      CHECK(plain_kind(text) == PlainKind::number);
    }
    for (const char* text : {"no", "No", "ON", "off", "y", "N", "true", "False"}) {
      INFO(text);
      CHECK(plain_kind(text) == PlainKind::boolean);
    }
    for (const char* text : {"2026-01-01", "2026-1-1", "2026-01-01T00:00:00Z"}) {
      INFO(text);
      CHECK(plain_kind(text) == PlainKind::date);
    }
  }

  TEST_CASE("ids and words are texts") {
    for (const char* text : {"DF-02", "zb01", "1a", "2026Q4", "2026.1.2", "e3", "none", "none-1",
                             "党费", "-", "-a", "1-2", "15d", "0x", "2026-01", ""}) {
      INFO(text);
      CHECK(plain_kind(text) == PlainKind::text);
    }
  }

  TEST_CASE("a leading zero is not the one before a point") {
    CHECK(has_leading_zero("010"));
    CHECK(has_leading_zero("-01.5"));
    CHECK_FALSE(has_leading_zero("0"));
    CHECK_FALSE(has_leading_zero("0.5"));
    CHECK_FALSE(has_leading_zero("0x10"));
  }
}
