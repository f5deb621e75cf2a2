#include "plan/repair.hpp"

#include "plan/judge.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::vector<Visit> ring(int n) {
  std::vector<Visit> visits;
  for (int i = 0; i < n; ++i) visits.push_back({i, (i + 1) % n});
  return visits;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("a recused visit is exchanged, and the rest stays") {
    PlanConstraints constraints;
    constraints.branches = 20;
    constraints.recusals = {{3, 4}, {10, 11}};
    const PlanRules rules(constraints);
    const Repair repair = repair_plan(rules, ring(20), 1);
    CHECK(repair.whole);
    CHECK(repair.changed <= 4);
    CHECK(judge_plan(rules, repair.visits).empty());
  }

  TEST_CASE("a plan without fault is left alone") {
    PlanConstraints constraints;
    constraints.branches = 5;
    const Repair repair = repair_plan(PlanRules(constraints), ring(5), 1);
    CHECK(repair.whole);
    CHECK(repair.changed == 0);
    CHECK(repair.visits == ring(5));
  }

  TEST_CASE("what can't be mended is said") {
    PlanConstraints constraints;
    constraints.branches = 3;
    constraints.recusals = {{0, 1}};
    CHECK_FALSE(repair_plan(PlanRules(constraints), ring(3), 1).whole);
  }
}
