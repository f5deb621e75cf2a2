#include "problem/problem_id.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("problem") {
  TEST_CASE("an id has its parts, and a branch may have dashes") {
    const auto id = parse_problem_id("26Q4-zb05-k7m2qx-17");
    REQUIRE(id);
    CHECK(id->quarter == Quarter{2026, 4});
    CHECK(id->branch == "zb05");
    CHECK(id->device == "k7m2qx");
    CHECK(id->serial == 17);
    CHECK(parse_problem_id("26Q4-north-west-k7m2qx-1")->branch == "north-west");
  }

  TEST_CASE("an id is of one branch, and not of one that begins alike") {
    CHECK(is_of_branch("26Q4-zb05-k7m2qx-17", "zb05"));
    CHECK_FALSE(is_of_branch("26Q4-zb05-k7m2qx-17", "zb0"));
    CHECK_FALSE(is_of_branch("26Q4-zb05-k7m2qx-17", "zb06"));
    CHECK(is_of_branch("26Q4-zb-east-k7m2qx-17", "zb-east"));
    CHECK_FALSE(is_of_branch("26Q4-zb-east-k7m2qx-17", "zb"));
    CHECK_FALSE(is_of_branch("zb05/DF-02", "zb05"));
    CHECK_FALSE(is_of_branch("26Q4-zb05", "zb05"));
    CHECK_FALSE(is_of_branch("", "zb05"));
  }

  TEST_CASE("what is no id is none") {
    for (const char* text :
         {"", "17", "26Q4-zb05-k7m2qx", "26Q4-zb05-k7m2qx-0", "26Q4-k7m2qx-1",
          "26Q4-zb05-k7m2qx-017", "26Q4-zb05-k7m2qx-1x", "26Q5-zb05-k7m2qx-1", "26Q4-zb05-K7m2qx-1",
          "26Q4-zb05-k7m2qx-9999999999", "26Q4--k7m2qx-1", "26Q4-zb05-k7m2qx-17~91d0", "----"})
      CHECK_MESSAGE(!parse_problem_id(text), text);
  }

  TEST_CASE("the next serial counts over all quarters and branches of the device") {
    Offices offices;
    CHECK(next_problem_id(offices.ledger(), {2026, 4}, "zb05", "k7m2qx") == "26Q4-zb05-k7m2qx-1");
    offices.open("26Q3-zb05-k7m2qx-4");
    offices.open("26Q4-zb07-k7m2qx-9");
    offices.open("26Q4-zb07-aaaaaa-30", "aaaaaa");
    CHECK(next_problem_id(offices.ledger(), {2026, 4}, "zb05", "k7m2qx") == "26Q4-zb05-k7m2qx-10");
    CHECK(next_problem_id(offices.ledger(), {2026, 4}, "zb05", "k7m2qx", 2) ==
          "26Q4-zb05-k7m2qx-12");
  }
}
