#include "report/tally_explanation.hpp"

#include "support/check_fixture.hpp"
#include "support/tallies.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string explained(const CheckFixture& check, const std::string& branch,
                      const Phrase& about_reviews = {},
                      const std::optional<ProblemList>& list = {}) {
  const auto problems = list.value_or(check.problems());
  const OverviewScene scene{check.ledger, check.organisation,
                            check.zone,   problems,
                            check.today,  [&](const CheckState&) { return &check.checklist; }};
  const auto parts = gather_quarter(scene, check.key.quarter);
  const auto tally = make_tally(fourth, some_rules(), tally_entries(parts));
  const auto corrected = correct_severity(personal_scores(parts.checks));
  return render(tally_explanation({tally, *tally.find(branch), *parts.find(branch), corrected,
                                   scene, about_reviews}),
                Format::tsv, {Lang::en});
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a total goes down to the lines of the ledger") {
    CheckFixture check;
    check.ledger.files.push_back({"2026Q4/zb01.k7m2qx.tsv", {}, 0});
    REQUIRE(check.say("p003", "A-1", answer("deduct", "late*2")));
    REQUIRE(check.say("p003", "B-1", answer("fail", "", "未公示")));
    check.today = Date(2026, 12, 20);
    const std::string text = explained(check, "zb05");
    CHECK(text.starts_with("level\tid\ttitle\tscore\tof\tweight\twhy\tlines\n"));
    CHECK(
        text.find("total\tzb05\t第五党支部\t12.50\t100\t\t(50 × 15.00 + 10 × 0.00) ÷ 60; rank 1") !=
        std::string::npos);
    CHECK(text.find("part\treview\treview\t\t100\t15\tno result: its weight drops out") !=
          std::string::npos);
    CHECK(text.find(
              "corrected\tcheck\tcheck without inspectors' severity (for information)\t\t100") !=
          std::string::npos);
    CHECK(text.find("item\tA-1\tPaid monthly\t3\t5\t\tpaid late: 1 × 2 = 2 off\t"
                    "2026Q4/zb01.k7m2qx.tsv:") != std::string::npos);
    CHECK(text.find("item\tA-2\tThere is a register\t0\t4\t\tunanswered, counts 0\t\n") !=
          std::string::npos);
    CHECK(text.find("2 due or reopened: 0 closed in time, 0 late, 2 still open, 0 reopened") !=
          std::string::npos);
    CHECK(text.find("past due, not closed; due 2026-") != std::string::npos);
  }

  TEST_CASE("an item whose points were rescaled says what its own were") {
    CheckFixture check;
    check.ledger.files.push_back({"2026Q4/zb01.k7m2qx.tsv", {}, 0});
    REQUIRE(check.say("p003", "A-1", answer("deduct", "late*2")));
    CHECK(explained(check, "zb05").find("its own") == std::string::npos);
    REQUIRE(check.say("p003", "A-2", answer("na", "", "没有")));
    CHECK(explained(check, "zb05").find("its own 3 / 5 points, rescaled to ") != std::string::npos);
  }

  TEST_CASE("of a problem that was one with a withdrawn finding its lines are told too") {
    CheckFixture check;
    check.ledger.files.push_back({"2026Q4/zb01.k7m2qx.tsv", {}, 0});
    REQUIRE(check.say("p003", "B-1", answer("fail", "", "未公示")));
    ProblemList list = check.problems();
    REQUIRE(list.problems.size() == 1);
    Problem withdrawn = list.problems[0];
    withdrawn.id = "26Q4-zb05-aaaaaa-1";
    withdrawn.status = Status::withdrawn;
    withdrawn.withdrawn_at = Instant{withdrawn.opened_at.milliseconds + 1};
    withdrawn.history = {withdrawn.history[0]};
    withdrawn.history[0].entry = 0;  // the line of `check.begin` stands for its own
    list.problems.push_back(withdrawn);
    check.today = Date(2026, 12, 20);
    const auto lines = [](const std::string& text) {
      const auto row = text.substr(text.find("\nproblem\t") + 1);
      return row.substr(row.rfind('\t', row.find('\n')) + 1);
    };
    const std::string alone = lines(explained(check, "zb05"));
    const std::string with = lines(explained(check, "zb05", {}, list));
    CHECK(with.size() > alone.size());
    CHECK(with.ends_with(alone));
  }

  TEST_CASE("a review says how many sheets it is of, and what keeps it from being compared") {
    CheckFixture check;
    check.ledger.files.push_back({"2026Q4/zb01.k7m2qx.tsv", {}, 0});
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const auto with = [&](const char* sheets) {
      CheckFixture one = check;
      one.ledger.entries.push_back({{Instant{1798000000000},
                                     "p900",
                                     "review.result",
                                     "2026Q4/zb05",
                                     {{"value", "80"},
                                      {"role", "committee"},
                                      {"mean", "763/10"},
                                      {"method", "severity"},
                                      {"sheets", sheets}},
                                     {}},
                                    0,
                                    9});
      return explained(one, "zb05", {"各组不能比", "groups apart"});
    };
    CHECK(
        with("5").find(
            "5 sheets, corrected for leniency; raw mean 75; standard error 13.42 (assumed); groups "
            "apart") != std::string::npos);
    CHECK(with("4").find("4 sheets, corrected for leniency; standard error 15.00 (assumed); "
                         "groups apart") != std::string::npos);
  }

  TEST_CASE("what is missing is said to be no 0") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const std::string text = explained(check, "zb09");
    CHECK(text.find("part\tcheck\tcheck\t\t100\t50\tnot inspected yet, which is not 0") !=
          std::string::npos);
    CHECK(text.find("not applicable, neither 100 nor 0") != std::string::npos);
    CHECK(text.find("check\tdues\tdues\t\t\t\tnot inspected yet: left out") != std::string::npos);
  }
}
