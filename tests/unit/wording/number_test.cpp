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

  TEST_CASE("of many names the first five, and how many there are") {
    CHECK(listed_briefly({"a", "b"}).en == "a and b");
    const Phrase many = listed_briefly({"a", "b", "c", "d", "e", "f", "g"});
    CHECK(many == Phrase{"a、b、c、d、e，另有 2 个", "a, b, c, d and e and 2 more"});
  }
}
