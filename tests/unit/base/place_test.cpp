#include "base/place.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("base") {
  TEST_CASE("a place is written as editors jump to it, without the parts that are not known") {
    CHECK(to_string(Place{"sihu.yaml", 3, 7}) == "sihu.yaml:3:7");
    CHECK(to_string(Place{"sihu.yaml", 3, 0}) == "sihu.yaml:3");
    CHECK(to_string(Place{"sihu.yaml", 0, 0}) == "sihu.yaml");
    CHECK(to_string(Place{}).empty());
  }
}
