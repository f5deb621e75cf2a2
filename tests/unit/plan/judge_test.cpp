#include "plan/judge.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;

namespace {

PlanConstraints five() {
  PlanConstraints constraints;
  constraints.branches = 5;
  return constraints;
}

const std::vector<Visit> ring{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}};

std::vector<PlanRule> broken(const PlanConstraints& constraints, const std::vector<Visit>& visits) {
  std::vector<PlanRule> rules;
  for (const PlanFault& fault : judge_plan(constraints, visits)) rules.push_back(fault.rule);
  return rules;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("a ring breaks nothing") {
    CHECK(broken(five(), ring).empty());
  }

  TEST_CASE("every rule that may never be broken is named with its place") {
    PlanConstraints constraints = five();
    constraints.recusals = {{2, 1, RecusalReason::shared_people}};
    const auto faults = judge_plan(constraints, ring);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].rule == PlanRule::recused);
    CHECK(faults[0].visit == Visit{1, 2});
    CHECK(faults[0].reason == RecusalReason::shared_people);
    CHECK(faults[0].grave);

    CHECK(broken(five(), {{0, 1}, {1, 0}, {2, 3}, {3, 4}, {4, 2}}) ==
          std::vector{PlanRule::mutual});
    CHECK(broken(five(), {{0, 0}, {1, 2}, {2, 3}, {3, 4}, {4, 1}}) ==
          std::vector{PlanRule::itself});
    CHECK(broken(five(), {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 9}}) ==
          std::vector{PlanRule::unknown_branch, PlanRule::demand, PlanRule::load});
    CHECK(broken(five(), {{0, 1}, {0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}}) ==
          std::vector{PlanRule::twice, PlanRule::demand, PlanRule::load});
  }

  TEST_CASE("loads are fair shares, and capacities are kept") {
    PlanConstraints constraints = five();
    const std::vector<Visit> lazy{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {3, 0}};
    const auto faults = judge_plan(constraints, lazy);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].visit.from == 3);
    CHECK(faults[0].found == 2);
    CHECK(faults[1].visit.from == 4);
    CHECK(faults[1].found == 0);
    constraints.capacity = {-1, -1, -1, -1, 0};
    CHECK(broken(constraints, lazy).empty());
    constraints.capacity = {0, -1, -1, -1, -1};
    CHECK(broken(constraints, ring) == std::vector{PlanRule::capacity});
  }

  TEST_CASE("a repeat and a visit back too soon are no grave faults") {
    PlanConstraints constraints = five();
    constraints.quarter = 1;
    constraints.history = {{0, 0, 1}, {0, 2, 1}};
    const auto faults = judge_plan(constraints, ring);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].rule == PlanRule::too_soon);
    CHECK(faults[0].visit == Visit{1, 2});
    CHECK(faults[0].found == 1);
    CHECK(faults[0].wanted == 2);
    CHECK(faults[1].rule == PlanRule::repeat);
    CHECK(faults[1].visit == Visit{0, 1});
    CHECK(std::ranges::none_of(faults, &PlanFault::grave));
  }

  TEST_CASE("whoever sees the last of a turn may see somebody again in the same quarter") {
    PlanConstraints constraints;
    constraints.branches = 5;
    constraints.each = 2;
    constraints.quarter = 9;
    constraints.history = {{0, 0, 1}, {0, 0, 2}, {1, 0, 3}};
    std::vector<Visit> visits;
    for (int i = 0; i < 5; ++i)
      for (const int step : {1, 2}) visits.push_back({i, (i + step) % 5});
    CHECK(broken(constraints, visits) == std::vector{PlanRule::repeat, PlanRule::repeat});
    visits.clear();
    for (int i = 0; i < 5; ++i)
      for (const int step : {1, 3}) visits.push_back({i, (i + step) % 5});
    CHECK(broken(constraints, visits).size() == 2);
    visits.clear();
    for (int i = 0; i < 5; ++i)
      for (const int step : {4, 3}) visits.push_back({i, (i + step) % 5});
    CHECK(broken(constraints, visits).empty());
  }

  TEST_CASE("two branches can't but inspect each other") {
    PlanConstraints constraints;
    constraints.branches = 2;
    const auto faults = judge_plan(constraints, {{0, 1}, {1, 0}});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].rule == PlanRule::mutual);
    CHECK_FALSE(faults[0].grave);
  }
}
