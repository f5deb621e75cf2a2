#include "plan/rules.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

PlanConstraints four_quarters_of_five() {
  PlanConstraints constraints;
  constraints.branches = 5;
  constraints.quarter = 3;
  // Branch 0 has seen 1, 2 and 3; branch 1 has been to 2 twice.
  constraints.history = {{0, 0, 1}, {1, 0, 2}, {2, 0, 3}, {0, 1, 2}, {1, 1, 2}};
  return constraints;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("recusals hold both ways, whatever they are written as") {
    PlanConstraints constraints;
    constraints.branches = 5;
    constraints.recusals = {{3, 1, RecusalReason::shared_people}, {1, 3}};
    constraints.team = {7, -1, 7};
    const PlanRules rules(constraints);
    CHECK(rules.recusal(1, 3) == RecusalReason::shared_people);
    CHECK(rules.recusal(3, 1) == RecusalReason::shared_people);
    CHECK(rules.recusal(2, 0) == RecusalReason::same_team);
    CHECK_FALSE(rules.recusal(1, 4));
    CHECK_FALSE(rules.allows({4, 4}));
    CHECK(rules.reach(0) == 3);
    CHECK(rules.reach(1) == 3);
    CHECK(rules.reach(4) == 4);
  }

  TEST_CASE("history says who had their turn, and when the other way was") {
    const PlanRules rules(four_quarters_of_five());
    CHECK(rules.times({0, 1}) == 1);
    CHECK(rules.times({0, 4}) == 0);
    CHECK(rules.unseen(0) == 1);
    CHECK(rules.times({1, 2}) == 2);
    CHECK(rules.reversed_ago({3, 0}) == 1);
    CHECK(rules.too_soon({3, 0}) == 1);
    CHECK(rules.too_soon({1, 0}) == 0);
    CHECK_FALSE(rules.reversed_ago({0, 3}));
  }

  TEST_CASE("a turn ends when all have been seen, of those who may be") {
    PlanConstraints constraints = four_quarters_of_five();
    constraints.recusals = {{0, 4}};
    const PlanRules rules(constraints);
    CHECK(rules.unseen(0) == 3);
    CHECK(rules.times({0, 1}) == 0);
  }

  TEST_CASE("in the quarter in which a turn ends what comes again belongs to the next") {
    PlanConstraints constraints;
    constraints.branches = 4;
    constraints.quarter = 2;
    constraints.history = {{0, 0, 1}, {0, 0, 2}, {1, 0, 1}, {1, 0, 3}};
    const PlanRules rules(constraints);
    CHECK(rules.times({0, 1}) == 1);
    CHECK(rules.times({0, 3}) == 0);
    CHECK(rules.unseen(0) == 2);
  }

  TEST_CASE("what is not of the past, or of nobody, is not history") {
    PlanConstraints constraints;
    constraints.branches = 3;
    constraints.quarter = 1;
    constraints.history = {{1, 0, 1}, {2, 0, 1}, {0, 0, 9}, {0, -1, 2}};
    constraints.recusals = {{0, 9}, {-1, 2}};
    const PlanRules rules(constraints);
    CHECK(rules.unseen(0) == 2);
    CHECK(rules.reach(0) == 2);
  }
}
