#include "plan/obstacle.hpp"

#include "plan/judge.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

using namespace sihu;

namespace {

PlanConstraints of(int branches, int each, std::vector<Recusal> recusals = {}) {
  PlanConstraints constraints;
  constraints.branches = branches;
  constraints.each = each;
  constraints.recusals = std::move(recusals);
  return constraints;
}

// Recusals between all whose numbers, `step` after `step`, are neighbours in none of `kept` turns.
std::vector<Recusal> all_but_turns(int n, const std::vector<int>& kept) {
  std::vector<Recusal> recusals;
  for (int a = 0; a < n; ++a)
    for (int b = a + 1; b < n; ++b)
      if (std::ranges::none_of(kept, [&](int step) { return b - a == step || a + n - b == step; }))
        recusals.push_back({a, b});
  return recusals;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("a trial has a plan, or knows that there is none") {
    const PlanTrial trial = try_plan(of(7, 3), 1);
    REQUIRE(trial.visits);
    CHECK_FALSE(trial.impossible);
    CHECK(judge_plan(of(7, 3), *trial.visits).empty());
    CHECK(try_plan(of(7, 3, {{5, 6}}), 1).impossible);
    CHECK(try_plan(of(2, 1), 1).visits);
    CHECK(try_plan(of(1, 1), 1).impossible);
  }

  TEST_CASE("where hardly any pair is left it is settled all the same") {
    auto recusals = all_but_turns(40, {3, 7, 11, 18});
    CHECK(try_plan(of(40, 4, recusals), 1).visits);
    recusals.push_back({0, 3});
    CHECK(try_plan(of(40, 4, recusals), 1).impossible);
    // Two halves of odd size that one pair joins: no ring goes through it.
    std::vector<Recusal> halves;
    for (int a = 0; a < 3; ++a)
      for (int b = 3; b < 5; ++b)
        if (a != 2 || b != 3) halves.push_back({a, b});
    CHECK(find_obstacle(of(5, 1, halves), 1).has_value());
  }

  TEST_CASE("with capacities a search may end before it is settled") {
    PlanConstraints constraints = of(9, 1, {{0, 1}, {2, 3}});
    constraints.capacity = {0};
    CHECK_FALSE(can_go_by_pairs(PlanRules(constraints)));
    CHECK(try_plan(constraints, 2000).visits);
    constraints.capacity.clear();
    CHECK(can_go_by_pairs(PlanRules(constraints)));
    CHECK_FALSE(can_go_by_pairs(PlanRules(of(2, 1))));
    CHECK_FALSE(can_go_by_pairs(PlanRules(of(401, 1))));
  }

  TEST_CASE("what counts of pairs is told of all together where it holds of no branch") {
    PlanConstraints constraints = of(5, 2, {{0, 1}, {3, 4}});
    constraints.capacity = {1, 1, -1, -1, -1};
    const auto obstacle = find_obstacle(constraints, 2000);
    REQUIRE(obstacle);
    CHECK(obstacle->kind != ConflictKind::unknown);
    CHECK_FALSE(find_obstacle(of(5, 2), 2000));
  }
}
