#include "check/independent.hpp"

#include "support/check_fixture.hpp"
#include "support/fault_names.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

PlanFile plan_of(std::vector<std::string> inspectors) {
  PlanFile plan;
  plan.quarter = {2026, 4};
  for (std::string& from : inspectors) plan.rows.push_back({Mutual::check, from, "zb05", {}});
  return plan;
}

std::string by_of(const CheckFixture& check, const PlanFile* plan, const char* person) {
  CheckKey key = check.key;
  key.by.clear();
  return inspecting_branch(key, check.ledger, plan, check.organisation,
                           *check.organisation.find_person(person));
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("each of several that the plan has inspect does so for itself") {
    const CheckFixture check;
    const PlanFile two = plan_of({"zb01", "zb09"});
    const PlanFile one = plan_of({"zb01"});
    CHECK(by_of(check, &two, "p003") == "zb01");
    CHECK(by_of(check, &two, "p008") == "zb09");
    CHECK(by_of(check, &two, "p900").empty());  // the committee's, of no branch
    CHECK(by_of(check, &one, "p003").empty());
    CHECK(by_of(check, nullptr, "p003").empty());
  }

  TEST_CASE("an inspection goes on as it was begun") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const PlanFile two = plan_of({"zb01", "zb09"});
    CHECK(by_of(check, &two, "p004").empty());
    CHECK(by_of(check, &two, "p008") == "zb09");
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("pass")));
    CHECK(by_of(check, nullptr, "p008") == "zb09");
  }

  TEST_CASE("who comes to a branch that others inspect for themselves does so, too") {
    CheckFixture check;
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("pass")));
    const PlanFile one = plan_of({"zb01"});
    CHECK(by_of(check, &one, "p003") == "zb01");
    CHECK(by_of(check, nullptr, "p003") == "zb01");
    CHECK(by_of(check, &one, "p900").empty());
    check.key.by.clear();
    REQUIRE(check.say("p900", "B-1", answer("pass")));
    REQUIRE(check.say("p003", "A-1", answer("pass")));  // takes part without having begun it
    CHECK(by_of(check, &one, "p004").empty());
  }

  TEST_CASE("who comes outside the plan beside its one inspector has a sheet of its own") {
    const CheckFixture check;
    const PlanFile one = plan_of({"zb01"});
    const PlanFile none = plan_of({});
    CheckKey key = check.key;
    const auto by = [&](const PlanFile* plan, const char* person) {
      return inspecting_branch(key, check.ledger, plan, check.organisation,
                               *check.organisation.find_person(person), true);
    };
    CHECK(by(&one, "p008") == "zb09");
    CHECK(by(&one, "p003").empty());
    CHECK(by(&none, "p008").empty());
    CHECK(by(nullptr, "p008").empty());
  }

  TEST_CASE("who comes by a changed plan in the place of others has a sheet of its own") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const PlanFile changed = plan_of({"zb09"});
    const PlanFile same_plan = plan_of({"zb01"});
    CHECK(by_of(check, &changed, "p008") == "zb09");
    CHECK(by_of(check, &changed, "p003").empty());
    CHECK(by_of(check, &same_plan, "p003").empty());
    CHECK(check_begins_once(check.key, "zb09", check.ledger, &changed, check.organisation));
    CHECK_FALSE(check_begins_once(check.key, "zb09", check.ledger, &same_plan, check.organisation));
    CHECK(inspection_meant(check.key, "zb09", check.ledger, nullptr, &changed, &check.organisation)
              ->by == "zb09");
  }

  TEST_CASE("one that the plan has and nobody began may be meant") {
    const CheckFixture check;
    const PlanFile two = plan_of({"zb01", "zb09"});
    const PlanFile one = plan_of({"zb01"});
    CHECK(inspection_meant(check.key, "zb09", check.ledger, nullptr, &two)->by == "zb09");
    CHECK(inspection_meant(check.key, "zb01", check.ledger, nullptr, &one)->by.empty());
    CHECK(fault_names(inspection_meant(check.key, "zb09", check.ledger, nullptr, &one)) ==
          "0:0 no-such-inspection");
  }

  TEST_CASE("whose inspection is meant is said, or the own, or the only one") {
    CheckFixture check;
    CheckKey key = check.key;
    CHECK(inspection_meant(key, "", check.ledger, nullptr) == key);
    check.key.by = "zb01";
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    CHECK(inspection_meant(key, "", check.ledger, nullptr)->by == "zb01");
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("pass")));
    const auto* leader = check.organisation.find_person("p008");
    CHECK(inspection_meant(key, "", check.ledger, leader)->by == "zb09");
    CHECK(inspection_meant(key, "zb01", check.ledger, leader)->by == "zb01");
    CHECK(fault_names(inspection_meant(key, "", check.ledger, nullptr)) ==
          "0:0 several-inspections");
    CHECK(fault_names(inspection_meant(key, "zb05", check.ledger, nullptr)) ==
          "0:0 no-such-inspection");
  }

  TEST_CASE("what one branch finds stays open when another, which looks for itself, passes it") {
    CheckFixture check;
    check.key.by = "zb01";
    REQUIRE(check.say("p003", "B-1", answer("fail", "", "未公示")));
    check.key.by = "zb09";
    const auto passed = check.say("p008", "B-1", answer("pass"));
    REQUIRE(passed);
    CHECK(passed->withdrawn.empty());
    CHECK(passed->conflicts.empty());
    CHECK(check.problems().problems.at(0).status == Status::open);
    CHECK_FALSE(check.state().find("B-1")->conflict);
  }

  TEST_CASE("after one signs off another still inspects, and only its own people do") {
    CheckFixture check;
    check.key.by = "zb01";
    for (const char* item : {"A-1", "B-1", "V-1"}) REQUIRE(check.say("p003", item, answer("pass")));
    REQUIRE(check.say("p003", "A-2", answer("na", "", "无台账")));
    REQUIRE(check.say("p003", "A-3", answer("value", "3")));
    REQUIRE(check.act("p900", [](const CheckScene& scene) { return sign_check(scene, ""); }));
    check.key.by = "zb09";
    CHECK(check.say("p008", "B-1", answer("pass")));
    CHECK(check.state().find("B-1")->after_sign.empty());
    const auto other = check.say("p003", "B-1", answer("pass"));
    CHECK(fault_names(other) == "0:0 not-own-inspection");
  }
}
