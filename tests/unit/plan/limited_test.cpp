#include "plan/limited.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("plan") {
  TEST_CASE("whose capacity makes loads differ by more than one is told") {
    PlanConstraints constraints;
    constraints.branches = 4;
    constraints.capacity = {0, -1, 1, 1};
    CHECK(limited_branches(constraints, {0, 2, 1, 1}) == std::vector<LimitedBranch>{{0, 0}});
    CHECK(limited_branches(constraints, {0, 3, 1, 0}) ==
          std::vector<LimitedBranch>{{0, 0}, {2, 1}});
    const Phrase said = uneven_loads(constraints, {0, 2, 1, 1}, {"a", "b", "c", "d"});
    CHECK(said.en ==
          "by capacity loads differ by more than one (at most a: 0, while others make 2)");
    CHECK(said.zh.find("a 至多 0 次，而最多的承担 2 次") != std::string::npos);
  }

  TEST_CASE("loads that differ by one at most, or by no capacity, are not told") {
    PlanConstraints constraints;
    constraints.branches = 3;
    CHECK(uneven_loads(constraints, {0, 1, 2}, {"a", "b", "c"}).empty());
    constraints.capacity = {0, -1, -1};
    CHECK(uneven_loads(constraints, {0, 1, 1}, {"a", "b", "c"}).empty());
    CHECK(uneven_loads(constraints, {}, {}).empty());
  }
}
