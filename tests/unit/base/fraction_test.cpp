#include "base/fraction.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("base") {
  TEST_CASE("only a fraction is one") {
    CHECK(parse_fraction("251/3") == Rational(251, 3));
    CHECK(parse_fraction("80") == Rational(80));
    for (const char* other : {"", "/", "1/", "/3", "1/0", "-1", "1.5", "1/2/3", "x"})
      CHECK_FALSE(parse_fraction(other));
  }
}
