#include "plan/rotation_range.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("plan") {
  TEST_CASE("a place of the rotation that no plan leads to is told") {
    CHECK(out_of_range({1, 0, 0}, 9).empty());
    CHECK(out_of_range({1, 7, 8}, 9).empty());  // the cycle is through
    REQUIRE(out_of_range({1, 0, 9}, 9).size() == 1);
    CHECK(out_of_range({1, 0, 9}, 9)[0].en.find("a cycle of 9 branches has 8") !=
          std::string::npos);
    CHECK(out_of_range({1, 1001, 99}, 9).size() == 2);
  }
}
