#include "wording/number.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("wording") {
  TEST_CASE("one is one, and everything else is many") {
    CHECK(counted(1, "day") == Phrase{"1", "1 day"});
    CHECK(counted(0, "day").en == "0 days");
    CHECK(counted(21, "day").en == "21 days");
  }

  TEST_CASE("names in a sentence") {
    CHECK(enumerated({}).empty());
    CHECK(enumerated({same("a")}).en == "a");
    CHECK(enumerated({same("a"), same("b"), same("c")}) == Phrase{"a、b、c", "a, b and c"});
  }
}
