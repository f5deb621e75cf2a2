#include "base/cost_flow.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// Two ways from 0 to 3, over 1 and over 2, and a bridge between them.
CostFlow two_ways() {
  return {4, {{0, 1, 1, 1}, {0, 2, 1, 4}, {1, 2, 1, 1}, {1, 3, 1, 6}, {2, 3, 1, 1}}};
}

}  // namespace

TEST_SUITE("base") {
  TEST_CASE("a second unit may send the first another way") {
    CostFlow flow = two_ways();
    REQUIRE(flow.augment(0, 3));
    CHECK(flow.carried(2) == 1);  // over the bridge: 3 instead of 5 or 7
    REQUIRE(flow.augment(0, 3));
    CHECK(flow.carried(2) == 0);
    CHECK(flow.carried(1) == 1);
    CHECK(flow.carried(3) == 1);
    CHECK_FALSE(flow.augment(0, 3));
  }

  TEST_CASE("what can't be sent changes nothing") {
    CostFlow flow = two_ways();
    CHECK_FALSE(flow.augment(3, 0));
    REQUIRE(flow.augment(0, 3));
    CHECK(flow.carried(0) == 1);
  }

  TEST_CASE("a closed arc is replaced by other ways, and only in its copy") {
    CostFlow flow = two_ways();
    REQUIRE(flow.augment(0, 3));
    CostFlow other = flow;
    other.close(2);
    REQUIRE(other.augment(1, 2));  // back to 0 and over 2, which is as good
    CHECK(other.carried(0) == 0);
    CHECK(other.carried(1) == 1);
    CHECK(flow.carried(2) == 1);
  }

  TEST_CASE("two arcs may join the same nodes") {
    CostFlow flow(2, {{0, 1, 1, 5}, {0, 1, 2, 3}});
    for (int i = 0; i < 3; ++i) REQUIRE(flow.augment(0, 1));
    CHECK(flow.carried(0) == 1);
    CHECK(flow.carried(1) == 2);
    CHECK_FALSE(flow.augment(0, 1));
  }
}
