#include "report/check_status.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a row of the overview has the score as an exact decimal, null before any answer") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [&](const CheckState&) { return &check.checklist; }};
    const auto table =
        check_status_table(check_overview(scene, check.key.quarter, {"dues"}), check.organisation);
    const auto csv = render(table, Format::csv, {Lang::en});
    CHECK(
        csv.starts_with("quarter,branch,branch_name,checklist,title,version,by,status,done,items,"
                        "completeness,score,full,self_score,problems_open,conflicts,disputed,"
                        "signed_by,signed_by_name,confirmed_by,confirmed_by_name,"
                        "changed_since_signed,changed_since_confirmed,unplanned,footing,counts\n"));
    CHECK(csv.find("2026Q4,zb01,第一党支部,dues,Dues,1,,not-begun,0,5,0,,20,") !=
          std::string::npos);
    CHECK(csv.find("2026Q4,zb05,第五党支部,dues,Dues,1,,going-on,1,5,20,8.00,20,") !=
          std::string::npos);
  }

  TEST_CASE("who confirmed and objects to an item is shown as one who does") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail", "", "未公示")));
    check.add("p005", "check.confirm", subject_of(check.key), {}, RoleName::member);
    const auto shown = [&] {
      const auto problems = check.problems();
      const OverviewScene scene{check.ledger, check.organisation,
                                check.zone,   problems,
                                check.today,  [&](const CheckState&) { return &check.checklist; }};
      return render(check_status_table(check_overview(scene, check.key.quarter, {"dues"}),
                                       check.organisation),
                    Format::table, {Lang::en});
    };
    CHECK(shown().find("(but disputes)") == std::string::npos);
    REQUIRE(check.act("p005", [&](const CheckScene& scene) {
      return dispute_item(scene, *check.checklist.find("B-1"), "八月已公示");
    }));
    CHECK(shown().find("(but disputes)") != std::string::npos);
  }

  TEST_CASE("an inspection outside the plan says so, and whether it counts") {
    CheckFixture check;
    PlanFile plan;
    plan.quarter = {2026, 4};
    plan.rows.push_back({Mutual::check, "zb01", "zb05", {}});
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("pass")));
    check.key.by = "zb01";
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [&](const CheckState&) { return &check.checklist; },
                              &plan};
    const auto table =
        check_status_table(check_overview(scene, check.key.quarter, {"dues"}), check.organisation);
    const auto csv = render(table, Format::csv, {Lang::en});
    CHECK(csv.find(",planned,yes\n") != std::string::npos);
    CHECK(csv.find(",dropped,no\n") != std::string::npos);
    const auto people = render(table, Format::table, {Lang::en});
    CHECK(people.find("the plan was changed and does not have it now; not complete: neither "
                      "counted nor waited for") != std::string::npos);
  }
}
