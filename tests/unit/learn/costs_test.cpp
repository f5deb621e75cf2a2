#include "learn/costs.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<CheckSummary> checks_of(const CheckFixture& check, const ProblemList& problems) {
  const OverviewScene scene{check.ledger, check.organisation,
                            check.zone,   problems,
                            check.today,  [&](const CheckState&) { return &check.checklist; }};
  return scored_checks(scene, check.key.quarter, {});
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("an item costs what the total would gain by it, dearest first") {
    CheckFixture check;
    REQUIRE(check.say("p003", "A-1", answer("deduct", "late*2")));
    REQUIRE(check.say("p003", "A-3", answer("value", "3")));
    REQUIRE(check.say("p003", "B-1", answer("fail", "", "公示")));
    const auto problems = check.problems();
    const auto checks = checks_of(check, problems);
    const auto costs = item_costs(checks, 50);
    REQUIRE(costs.contains("zb05"));
    const auto& items = costs.at("zb05");
    REQUIRE(items.size() == 3);  // what nobody answered is not known to be lost
    CHECK(items[0].item->id == "B-1");
    CHECK(items[0].score.is_zero());
    CHECK(items[0].cost == 20);  // 8 of 20 points, of the 50 that check weighs
    CHECK(items[1].item->id == "A-1");
    CHECK(items[1].score == 60);
    CHECK(items[1].cost == 5);  // 2 of 20 points
    CHECK(items[2].cost.is_zero());
    CHECK_FALSE(costs.contains("zb01"));
  }

  TEST_CASE("a branch's look at itself costs nothing") {
    CheckFixture check;
    check.key.self = true;
    REQUIRE(check.say("p005", "B-1", answer("fail", "", "公示")));
    const auto problems = check.problems();
    CHECK(item_costs(checks_of(check, problems), 50).empty());
  }

  TEST_CASE("items and topics stand in one order, dearest first") {
    const Item item;
    std::vector<LearningCost> costs{{&item, "dues", 60, 5}};
    add_costs(costs, {{nullptr, {}, 50, 7, "fire", 3}, {nullptr, {}, 70, 5, "exits", 1}});
    REQUIRE(costs.size() == 3);
    CHECK(learning_key(costs[0]) == ":fire");
    CHECK_FALSE(costs[1].is_topic());
    CHECK(learning_key(costs[2]) == ":exits");
  }
}
