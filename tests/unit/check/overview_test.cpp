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

  TEST_CASE("a conflict and a signature show as progress") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(check.say("p004", "B-1", answer("pass")));
    const auto problems = check.problems();
    CHECK(overview(check, problems)[1].progress == Progress::conflict);
    CHECK(to_string(Progress::signed_off) == "signed-off");
  }
}
