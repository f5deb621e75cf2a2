#include "plan/constraints.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sihu;

namespace {

std::string loads(const PlanConstraints& constraints) {
  std::string text;
  for (const Load& load : fair_loads(constraints))
    text += std::to_string(load.least) + '-' + std::to_string(load.most) + ' ';
  return text;
}

PlanConstraints of(int branches, int each) {
  PlanConstraints constraints;
  constraints.branches = branches;
  constraints.each = each;
  return constraints;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("loads are alike, and who can make less leaves the rest to the others") {
    PlanConstraints constraints = of(4, 2);
    CHECK(loads(constraints) == "2-2 2-2 2-2 2-2 ");
    constraints.capacity = {0, -1, -1, -1};
    CHECK(loads(constraints) == "0-0 2-3 2-3 2-3 ");
    constraints.capacity = {1, 9, 9};
    CHECK(loads(constraints) == "1-1 2-3 2-3 2-3 ");
    constraints.capacity = {1, 1, 1, 1};
    CHECK(loads(constraints) == "1-1 1-1 1-1 1-1 ");
  }

  TEST_CASE("who made one more last stands back, and who never did comes first") {
    PlanConstraints constraints = of(5, 1);
    constraints.capacity = {0};
    constraints.quarter = 9;
    // In quarter 3 branch 1 made two, in quarter 7 branch 2; in quarter 9 nothing was made yet.
    constraints.history = {{3, 1, 0}, {3, 1, 2}, {3, 2, 1}, {3, 3, 4}, {3, 4, 3},
                           {7, 2, 0}, {7, 2, 1}, {7, 1, 2}, {7, 3, 4}, {7, 4, 3},
                           {9, 3, 0}, {9, 3, 1}, {9, 4, 2}};
    CHECK(turns_of_more(constraints, fair_loads(constraints)) == std::vector<int>{0, 1, 2, 0, 0});
  }

  TEST_CASE(
      "who joined later is neither asked first for all that others made, nor is it held back") {
    PlanConstraints constraints = of(4, 1);
    constraints.capacity = {0};
    constraints.quarter = 3;
    // Branch 3 was not there in quarter 1; in quarter 2 all but nought made one.
    constraints.history = {{1, 1, 0}, {1, 1, 2}, {1, 2, 1}, {2, 1, 2}, {2, 2, 3}, {2, 3, 1}};
    CHECK(turns_of_more(constraints, fair_loads(constraints)) == std::vector<int>{0, 1, 0, 0});
  }

  TEST_CASE("demands may differ") {
    PlanConstraints constraints = of(4, 1);
    constraints.demand = {2, 1, 1, 1};
    CHECK(loads(constraints) == "1-2 1-2 1-2 1-2 ");
    CHECK(demands(of(3, 2)) == std::vector<int>{2, 2, 2});
  }

  TEST_CASE("the usual gap is what a rotation keeps, a year at most") {
    CHECK(usual_gap(2, 1) == 0);
    CHECK(usual_gap(3, 1) == 1);
    CHECK(usual_gap(7, 1) == 3);
    CHECK(usual_gap(7, 3) == 1);
    CHECK(usual_gap(5000, 1) == 4);
  }
}
