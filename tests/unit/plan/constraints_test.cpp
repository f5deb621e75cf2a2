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
