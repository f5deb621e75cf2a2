#include "check/counted.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

CheckSummary inspection(const char* by, int done, Rational total, Rational full = 20) {
  CheckSummary check;
  check.key = {{2026, 4}, "zb05", "dues", false, by};
  check.score.asked = 5;
  check.score.done = done;
  check.score.full = full;
  check.score.total = total;
  return check;
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("inspections of one checklist at one branch count by their mean") {
    const auto one = inspection("zb03", 5, 17);
    const auto other = inspection("zb07", 5, 12);
    auto elsewhere = inspection("zb03", 5, 4);
    elsewhere.key.branch = "zb06";
    const auto counted = counted_checks({&one, &elsewhere, &other});
    REQUIRE(counted.size() == 2);
    CHECK(counted[0].total() == Rational(29, 2));
    CHECK(counted[1].total() == Rational(4));
  }

  TEST_CASE("one where less is applicable counts by its share") {
    const auto one = inspection("zb03", 5, 20, 20);
    const auto other = inspection("zb07", 5, 5, 10);
    const auto counted = counted_checks({&one, &other});
    CHECK(counted[0].full() == Rational(15));
    CHECK(counted[0].total() == Rational(45, 4));  // 75 % of 15
  }

  TEST_CASE("what is going on counts while nothing is complete") {
    const auto complete = inspection("zb03", 5, 17);
    const auto half = inspection("zb07", 3, 8);
    auto counted = counted_checks({&complete, &half});
    CHECK(counted[0].total() == Rational(17));
    CHECK(counted[0].all.size() == 2);
    counted = counted_checks({&half});
    CHECK(counted[0].total() == Rational(8));
  }

  TEST_CASE("what nobody has begun, and a branch's own look at itself, do not count") {
    const auto idle = inspection("zb03", 0, 0);
    auto self = inspection("", 5, 20);
    self.key.self = true;
    CHECK(counted_checks({&idle, &self}).empty());
  }
}
