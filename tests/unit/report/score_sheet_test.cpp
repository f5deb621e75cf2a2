#include "report/score_sheet.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

struct Sheets {
  std::string sheet;
  std::string explanation;
};

Sheets sheets_of(const CheckFixture& check) {
  const auto problems = check.problems();
  const OverviewScene scene{check.ledger, check.organisation,
                            check.zone,   problems,
                            check.today,  [&](const CheckState&) { return &check.checklist; }};
  const auto summary = summarize_check(scene, check.key);
  REQUIRE(summary);
  const auto look = Look{Lang::en};
  return {render(score_sheet(*summary, scene), Format::csv, look),
          render(explanation_table(explain_check(scene, *summary)), Format::csv, look)};
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("the score sheet has an item a row, with its problem") {
    CheckFixture check;
    REQUIRE(check.say("p003", "A-1", answer("deduct", "late*2", "八月九月")));
    const auto csv = sheets_of(check).sheet;
    CHECK(csv.find("A-1,a,Paid monthly,deduct,5,2,3,late*2,,,八月九月,,26Q4-zb05-k7m2qx-1,p003,"
                   "张三,2026-10-14,no,no,\n") != std::string::npos);
    CHECK(csv.find("B-1,b,Published yearly,unanswered,8,,0,,,,,,,,,,no,no,\n") !=
          std::string::npos);
  }

  TEST_CASE("the explanation says what mending would gain") {
    CheckFixture check;
    REQUIRE(check.say("p003", "A-1", answer("deduct", "late*2")));
    CHECK(sheets_of(check).explanation.find(
              "A-1,Paid monthly,5,2,3,5,3,2,paid late: 1 × 2 = 2 off\n") != std::string::npos);
  }
}
