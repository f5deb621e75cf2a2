#include "plan/flow.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::vector<Load> one_each{{1, 1}, {1, 1}, {1, 1}};
const std::vector<int> one_wanted{1, 1, 1};

std::vector<PricedVisit> all_of_three() {
  return {{{0, 1}, 1}, {{0, 2}, 5}, {{1, 0}, 1}, {{1, 2}, 2}, {{2, 0}, 3}, {{2, 1}, 9}};
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("a flow is the cheapest set of visits") {
    VisitFlow flow(one_each, one_wanted, all_of_three());
    REQUIRE(flow.solve());
    CHECK(flow.cost() == 6);
    CHECK(flow.visits() == std::vector<Visit>{{0, 1}, {1, 2}, {2, 0}});
  }

  TEST_CASE("a forbidden visit is replaced at the least cost") {
    VisitFlow flow(one_each, one_wanted, all_of_three());
    REQUIRE(flow.solve());
    REQUIRE(flow.forbid({0, 2}));  // one that is not made changes nothing
    CHECK(flow.cost() == 6);
    CHECK_FALSE(flow.forbid({0, 1}));  // nobody is left for branch 0
  }

  TEST_CASE("a copy goes its own way") {
    VisitFlow flow(one_each, one_wanted, all_of_three());
    REQUIRE(flow.solve());
    VisitFlow other = flow;
    REQUIRE(other.forbid({1, 2}));
    CHECK(other.cost() == 15);
    CHECK(flow.cost() == 6);
  }

  TEST_CASE("what can't be met is said") {
    CHECK_FALSE(VisitFlow(one_each, {1, 1, 1}, {{{0, 1}, 1}, {{1, 0}, 1}}).solve());
    CHECK_FALSE(VisitFlow({{2, 2}, {1, 1}, {1, 1}}, one_wanted, all_of_three()).solve());
  }

  TEST_CASE("who is dearer above the least load makes no more than that if another can") {
    const std::vector<PricedVisit> priced{{{0, 2}, 1}, {{1, 2}, 5}};
    VisitFlow cheaper({{0, 1, 0}, {0, 1, 0}, {0, 0, 0}}, {0, 0, 1}, priced);
    REQUIRE(cheaper.solve());
    CHECK(cheaper.visits() == std::vector<Visit>{{0, 2}});
    VisitFlow dearer({{0, 1, 9}, {0, 1, 0}, {0, 0, 0}}, {0, 0, 1}, priced);
    REQUIRE(dearer.solve());
    CHECK(dearer.visits() == std::vector<Visit>{{1, 2}});
    CHECK(dearer.cost() == 5);
  }
}
