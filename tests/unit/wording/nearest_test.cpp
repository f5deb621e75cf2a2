#include "wording/nearest.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("wording") {
  TEST_CASE("a slip of the finger finds the word that was meant") {
    const std::vector<std::string> keys{"id", "title", "points", "standard", "applies-to"};
    CHECK(nearest("titel", keys) == "title");
    CHECK(nearest("point", keys) == "points");
    CHECK(nearest("Standard", keys) == "standard");
    CHECK(nearest("applies_to", keys) == "applies-to");
    CHECK(nearest("ids", keys) == "id");
  }

  TEST_CASE("nothing close means no suggestion") {
    const std::vector<std::string> keys{"id", "title", "points"};
    CHECK_FALSE(nearest("colour", keys));
    CHECK_FALSE(nearest("x", keys));
    CHECK_FALSE(nearest("", keys));
    CHECK_FALSE(nearest("title", {}));
  }

  TEST_CASE("of equally close words the first one is suggested") {
    CHECK(nearest("zb0", {"zb01", "zb02"}) == "zb01");
  }

  TEST_CASE("Chinese words are compared by characters") {
    CHECK(nearest("第一支部", {"第二支部队", "第一党支部"}) == "第一党支部");
  }

  TEST_CASE("a very long word costs nothing") {
    CHECK_FALSE(nearest(std::string(1'000'000, 'a'), {std::string(1'000'000, 'a')}));
  }
}
