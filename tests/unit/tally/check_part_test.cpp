#include "tally/check_part.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// The checks of zb05 and what they come to, where `asked` was answered somewhere.
struct Parts {
  std::vector<CheckSummary> checks;
  CheckPart part;
};

Parts parts_of(const CheckFixture& check, const std::vector<std::string>& asked = {"dues"},
               const PlanFile* plan = nullptr) {
  const auto problems = check.problems();
  const OverviewScene scene{check.ledger, check.organisation,
                            check.zone,   problems,
                            check.today,  [&](const CheckState&) { return &check.checklist; },
                            plan};
  Parts parts{scored_checks(scene, check.key.quarter, {"dues"}), {}};
  std::vector<const CheckSummary*> own;
  for (const CheckSummary& one : parts.checks)
    if (one.key.branch == "zb05") own.push_back(&one);
  parts.part = check_part(own, asked);
  return parts;
}

void answer_all(CheckFixture& check) {
  REQUIRE(check.say("p003", "A-1", answer("deduct", "late*2")));
  REQUIRE(check.say("p003", "A-2", answer("na", "", "无台账")));
  REQUIRE(check.say("p003", "A-3", answer("value", "3")));
  REQUIRE(check.say("p003", "B-1", answer("pass")));
  REQUIRE(check.say("p003", "V-1", answer("pass")));
}

void answer_as_zb09(CheckFixture& check) {
  REQUIRE(check.say("p008", "A-1", answer("pass")));
  REQUIRE(check.say("p008", "A-2", answer("na", "", "无台账")));
  REQUIRE(check.say("p008", "A-3", answer("value", "3")));
  REQUIRE(check.say("p008", "B-1", answer("fail", "", "未公示")));
  REQUIRE(check.say("p008", "V-1", answer("pass")));
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("a finished check is its points out of its full") {
    CheckFixture check;
    answer_all(check);
    const auto [checks, part] = parts_of(check);
    // 6 of the 8 points that apply, brought to the area's 12, and 8 of 8
    CHECK(part.points == Rational(17));
    CHECK(part.full == Rational(20));
    CHECK(part.score == Rational(85));
    CHECK_FALSE(part.provisional());
    CHECK(part.vetoes.empty());
    CHECK(part.error > 0);
  }

  TEST_CASE("what is not answered yet counts as nothing and makes the score provisional") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const auto [checks, part] = parts_of(check);
    CHECK(part.score == Rational(40));
    CHECK(part.done == 1);
    CHECK(part.asked == 5);
    CHECK(part.provisional());
  }

  TEST_CASE("a check that nobody has begun is missing, and no 0") {
    CheckFixture check;
    const auto [checks, part] = parts_of(check);
    CHECK_FALSE(part.score);
    CHECK(part.missing == std::vector<std::string>{"dues"});
    CHECK_FALSE(part.provisional());
    CHECK(parts_of(check, {}).part.missing.empty());
  }

  TEST_CASE("another checklist that was asked elsewhere makes the score provisional") {
    CheckFixture check;
    answer_all(check);
    auto [checks, part] = parts_of(check);
    std::vector<CheckSummary> others = checks;
    std::vector<const CheckSummary*> both;
    for (const CheckSummary& one : checks)
      if (one.key.branch == "zb05") both.push_back(&one);
    for (CheckSummary& other : others)
      if (other.key.branch == "zb09") {
        other.key.checklist = "basics";
        both.push_back(&other);
      }
    part = check_part(both, {"basics", "dues"});
    CHECK(part.score == Rational(85));
    CHECK(part.missing == std::vector<std::string>{"basics"});
    CHECK(part.provisional());
    // 20 points are inspected, 8 more (those of `dues` that zb09 is asked) are not.
    CHECK(part.inspected() == part.full / (part.full + part.missing_full));
    CHECK(part.inspected() < Rational(1));
  }

  TEST_CASE("answers that differ are provisional, too") {
    CheckFixture check;
    answer_all(check);
    REQUIRE(check.say("p004", "B-1", answer("fail", "", "未公示")));
    const auto [checks, part] = parts_of(check);
    CHECK(part.conflicts == 1);
    CHECK(part.provisional());
  }

  TEST_CASE("of inspections that two branches each made for itself the mean counts") {
    CheckFixture check;
    check.key.by = "zb01";
    answer_all(check);
    check.key.by = "zb09";
    answer_as_zb09(check);
    const auto [checks, part] = parts_of(check);
    // 17 of 20 by zb01, 12 of 20 by zb09; item by item the worse would be 9.
    CHECK(part.points == Rational(29, 2));
    CHECK(part.full == Rational(20));
    CHECK(part.score == Rational(145, 2));
    CHECK(part.conflicts == 0);
    CHECK_FALSE(part.provisional());
    CHECK(part.error > 0);
  }

  TEST_CASE("an inspection that is going on lowers no mean, and the score is provisional") {
    CheckFixture check;
    check.key.by = "zb01";
    answer_all(check);
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("fail", "", "未公示")));
    const auto [checks, part] = parts_of(check);
    CHECK(part.score == Rational(85));
    CHECK(part.conflicts == 0);
    CHECK(part.provisional());
  }

  TEST_CASE(
      "an inspection that was opened and left is no checklist missing beside a complete one") {
    CheckFixture check;
    answer_all(check);
    check.key.by = "zb09";
    REQUIRE(check.act("p008", [](const CheckScene& scene) { return record_answers(scene, {}); }));
    const auto [checks, part] = parts_of(check);
    CHECK(part.missing.empty());
    CHECK(part.inspected() == Rational(1));
    CHECK(part.score == Rational(85));
    CHECK(part.provisional());
  }

  TEST_CASE("an inspection of the plan's that nobody began is awaited, and no 0") {
    CheckFixture check;
    PlanFile plan;
    plan.quarter = {2026, 4};
    for (const char* from : {"zb01", "zb09"})
      plan.rows.push_back({Mutual::check, from, "zb05", {}});
    check.key.by = "zb01";
    answer_all(check);
    const auto [checks, part] = parts_of(check, {"dues"}, &plan);
    CHECK(part.score == Rational(85));
    CHECK(part.provisional());
    CHECK(part.separate == 2);
    CHECK(part.separate_done == 1);
    CHECK(part.not_begun == std::vector<std::string>{"zb09"});
    CHECK(part.missing.empty());
    plan.rows.pop_back();
    CHECK_FALSE(parts_of(check, {"dues"}, &plan).part.provisional());
  }

  TEST_CASE("nobody waits for an inspection that was taken out of the plan") {
    CheckFixture check;
    PlanFile plan;
    plan.quarter = {2026, 4};
    plan.rows.push_back({Mutual::check, "zb01", "zb05", {}});
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("fail", "", "未公示")));
    CHECK(parts_of(check, {"dues"}, &plan).part.provisional());
    check.key.by = "zb01";
    answer_all(check);
    const auto [checks, part] = parts_of(check, {"dues"}, &plan);
    CHECK(part.score == Rational(85));
    CHECK_FALSE(part.provisional());
    CHECK(part.separate == 1);
    CHECK(part.separate_done == 1);
  }

  TEST_CASE("everybody's sheet is not in the mean once a branch's own is complete") {
    CheckFixture check;
    answer_all(check);
    check.key.by = "zb09";
    answer_as_zb09(check);
    CHECK(parts_of(check).part.score == Rational(145, 2));  // (85 + 60) / 2
    check.key.by = "";
    REQUIRE(check.say("p900", "B-1", answer("pass")));
    CHECK(parts_of(check).part.score == Rational(60));
  }

  TEST_CASE("a checklist that two opened and nobody answered is missing once") {
    CheckFixture check;
    for (const char* by : {"zb01", "zb09"}) {
      check.key.by = by;
      REQUIRE(check.act(by == std::string("zb01") ? "p003" : "p008",
                        [](const CheckScene& scene) { return record_answers(scene, {}); }));
    }
    const auto [checks, part] = parts_of(check);
    CHECK(part.missing == std::vector<std::string>{"dues"});
    CHECK(part.missing_full == Rational(20));
  }

  TEST_CASE("people of two branches who inspect together contradict each other") {
    CheckFixture check;
    answer_all(check);
    answer_as_zb09(check);
    const auto [checks, part] = parts_of(check);
    CHECK(part.conflicts == 2);
    CHECK(part.points == Rational(9));
  }

  TEST_CASE("what several branches find vetoed is named once") {
    CheckFixture check;
    REQUIRE(check.say("p003", "V-1", answer("fail", "", "有处分")));
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "V-1", answer("fail", "", "有处分")));
    CHECK(parts_of(check).part.vetoes == std::vector<std::string>{"dues/V-1"});
  }

  TEST_CASE("a veto is named with its checklist") {
    CheckFixture check;
    answer_all(check);
    REQUIRE(check.say("p003", "V-1", answer("fail", "", "有处分")));
    const auto [checks, part] = parts_of(check);
    CHECK(part.vetoes == std::vector<std::string>{"dues/V-1"});
    CHECK(part.score == Rational(0));
  }
}
