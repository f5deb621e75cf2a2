#include "check/overview.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<CheckSummary> overview(const CheckFixture& check, const ProblemList& problems) {
  const OverviewScene scene{check.ledger, check.organisation,
                            check.zone,   problems,
                            check.today,  [&](const CheckState&) { return &check.checklist; }};
  return check_overview(scene, check.key.quarter, {"dues"});
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("every branch stands there, begun or not") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    const auto problems = check.problems();
    const auto checks = overview(check, problems);
    REQUIRE(checks.size() == 3);
    CHECK(checks[0].progress == Progress::not_begun);
    CHECK(checks[1].key.branch == "zb05");
    CHECK(checks[1].progress == Progress::going_on);
    CHECK(checks[1].problems_open == 1);
    CHECK(checks[1].score.done == 1);
  }

  TEST_CASE("who inspects though sihu.yaml keeps the two apart stands there") {
    CheckFixture check;
    check.organisation.recuse = {{"zb05", "zb01"}};
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    const auto problems = check.problems();
    const auto checks = overview(check, problems);
    CHECK(checks[1].recused == std::set<std::string>{"zb01"});
    CHECK(checks[0].recused.empty());
  }

  TEST_CASE("the branch's own score stands beside and is never the score") {
    CheckFixture check;
    check.key.self = true;
    REQUIRE(check.say("p005", "B-1", answer("pass")));
    check.key.self = false;
    const auto problems = check.problems();
    const auto checks = overview(check, problems);
    REQUIRE(checks[1].self);
    CHECK(checks[1].self->total == Rational(8));
    CHECK(checks[1].score.done == 0);
    CHECK(checks[1].progress == Progress::not_begun);
  }

  TEST_CASE("each inspection has the problems and disputes of its own") {
    CheckFixture check;
    check.key.by = "zb01";
    REQUIRE(check.say("p003", "B-1", answer("fail", "", "未公示")));
    REQUIRE(check.say("p003", "V-1", answer("fail", "", "有处分")));
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("pass")));
    REQUIRE(check.say("p008", "V-1", answer("fail", "", "有处分")));
    check.key.by = "zb01";
    REQUIRE(check.act("p005", [&](const CheckScene& scene) {
      return dispute_item(scene, *check.checklist.find("B-1"), "有照片");
    }));
    const auto problems = check.problems();
    const auto checks = overview(check, problems);
    REQUIRE(checks.size() == 4);
    CHECK(checks[1].key.by == "zb01");
    CHECK(checks[1].problems_open == 2);
    CHECK(checks[1].disputed == std::set<std::string>{"B-1"});
    CHECK(checks[2].key.by == "zb09");
    CHECK(checks[2].problems_open == 1);
    CHECK(checks[2].disputed.empty());
  }

  TEST_CASE("what the plan has and nobody began stands there by who is to inspect") {
    CheckFixture check;
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("fail")));
    PlanFile plan;
    plan.quarter = {2026, 4};
    for (const char* from : {"zb01", "zb09"})
      plan.rows.push_back({Mutual::check, from, "zb05", {}});
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [&](const CheckState&) { return &check.checklist; },
                              &plan};
    const auto checks = check_overview(scene, check.key.quarter, {"dues"});
    REQUIRE(checks.size() == 4);
    CHECK(checks[1].key.by == "zb01");
    CHECK(checks[1].by->id == "zb01");
    CHECK(checks[1].progress == Progress::not_begun);
    CHECK(checks[1].problems_open == 0);
    CHECK(checks[2].problems_open == 1);
    CHECK(checks[2].progress == Progress::going_on);
    CHECK(checks[2].footing == Footing::planned);
  }

  TEST_CASE("a conflict and a signature show as progress") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(check.say("p004", "B-1", answer("pass")));
    const auto problems = check.problems();
    CHECK(overview(check, problems)[1].progress == Progress::conflict);
    CHECK(to_string(Progress::signed_off) == "signed-off");
  }
}
