#include "tally/gather.hpp"

#include "support/check_fixture.hpp"
#include "support/tallies.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

void inspect(CheckFixture& check, const std::string& branch, const std::string& verdict) {
  check.key.branch = branch;
  REQUIRE(check.say("p003", "A-1", answer("pass")));
  REQUIRE(check.say("p003", "A-2", answer("na", "", "无台账")));
  REQUIRE(check.say("p003", "A-3", answer("value", "3")));
  REQUIRE(check.say("p003", "B-1", answer(verdict, "", "公示")));
  REQUIRE(check.say("p003", "V-1", answer("pass")));
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("a quarter is what others inspected, and what fell due in it") {
    CheckFixture check;
    inspect(check, "zb05", "fail");
    inspect(check, "zb09", "pass");
    check.today = Date(2026, 12, 20);  // the problem at zb05 fell due meanwhile
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [&](const CheckState&) { return &check.checklist; }};
    const auto parts = gather_quarter(scene, check.key.quarter);
    REQUIRE(parts.branches.size() == 3);
    CHECK(parts.find("zb05")->check.score == Rational(60));
    CHECK(parts.find("zb05")->rectification.count(Rectified::still_open) == 1);
    CHECK(parts.find("zb07") == nullptr);

    const auto tally = make_tally(fourth, some_rules(), tally_entries(parts));
    // zb05: (50 × 60 + 10 × 0) / 60; zb09: 100, nothing fell due; zb01 was not inspected
    CHECK(ranking(tally) == "1 zb09 100.00, 2 zb05 50.00, - zb01");
    CHECK(has_results(tally));

    const auto drawn = drawn_branches(parts);
    CHECK(drawn.at("zb05").due == 1);
    CHECK(drawn.at("zb05").checks.at(0).items.size() == 3);
    CHECK(drawn.at("zb01").checks.empty());
  }

  TEST_CASE("where nobody has begun, whom the plan has inspect is named") {
    CheckFixture check;
    inspect(check, "zb09", "pass");
    PlanFile plan;
    plan.quarter = {2026, 4};
    plan.rows = {{Mutual::check, "zb01", "zb09", {}},
                 {Mutual::check, "zb09", "zb05", {}},
                 {Mutual::check, "zb77", "zb05", {}},
                 {Mutual::review, "zb01", "zb05", {}}};
    const auto problems = check.problems();
    const auto entries = [&](const PlanFile* with) {
      return tally_entries(
          gather_quarter({check.ledger, check.organisation, check.zone, problems, check.today,
                          [&](const CheckState&) { return &check.checklist; }, with},
                         check.key.quarter));
    };
    for (const TallyEntry& entry : entries(&plan)) {
      CAPTURE(entry.branch);
      const bool awaited = entry.branch == "zb05";
      CHECK(entry.not_begun ==
            (awaited ? std::vector<std::string>{"zb09"} : std::vector<std::string>{}));
      CHECK(entry.inspections == (awaited ? 1 : 0));
      CHECK(entry.inspections_done == 0);
    }
    for (const TallyEntry& entry : entries(nullptr)) CHECK(entry.not_begun.empty());
    plan.quarter = {2026, 3};
    for (const TallyEntry& entry : entries(&plan)) CHECK(entry.not_begun.empty());
  }

  TEST_CASE("who found nothing applicable has begun") {
    CheckFixture check;
    inspect(check, "zb09", "pass");
    check.key.branch = "zb05";
    for (const char* item : {"A-1", "A-2", "A-3", "B-1", "V-1"})
      REQUIRE(check.say("p003", item, answer("na", "", "无此业务")));
    PlanFile plan;
    plan.quarter = {2026, 4};
    plan.rows = {{Mutual::check, "zb01", "zb05", {}}};  // p003 is of zb01
    const auto problems = check.problems();
    const auto parts =
        gather_quarter({check.ledger, check.organisation, check.zone, problems, check.today,
                        [&](const CheckState&) { return &check.checklist; }, &plan},
                       check.key.quarter);
    CHECK_FALSE(parts.find("zb05")->check.score);
    CHECK(parts.find("zb05")->check.not_begun.empty());
    CHECK(parts.find("zb05")->check.separate == 0);
  }

  TEST_CASE("tests count as the mean over the quarter's papers, once they are recorded") {
    CheckFixture check;
    inspect(check, "zb05", "pass");
    const auto result = [&](const std::string& subject, const std::string& value) {
      check.ledger.entries.push_back(
          {{Instant{1798000000000},
            "p900",
            "test.result",
            subject,
            {{"value", value}, {"role", "committee"}, {"people", "3"}, {"sat", "2"}},
            {}},
           0,
           0});
    };
    result("2026Q4/law/zb05", "80");
    result("2026Q4/safety/zb05", "175/3");
    result("2026Q3/safety/zb05", "10");
    const auto problems = check.problems();
    const auto parts =
        gather_quarter({check.ledger, check.organisation, check.zone, problems, check.today,
                        [&](const CheckState&) { return &check.checklist; }},
                       check.key.quarter);
    CHECK(parts.find("zb05")->test_score() == Rational(415, 6));
    CHECK(tally_entries(parts)[1].scores[Component::test] == Rational(415, 6));
    CHECK_FALSE(parts.find("zb09")->test_score());
  }

  TEST_CASE("a review counts once the committee has recorded it, exactly as recorded") {
    CheckFixture check;
    inspect(check, "zb05", "pass");
    check.ledger.entries.push_back({{Instant{1798000000000},
                                     "p900",
                                     "review.result",
                                     "2026Q4/zb05",
                                     {{"value", "251/3"},
                                      {"role", "committee"},
                                      {"error", "1.5"},
                                      {"mean", "80"},
                                      {"method", "median"},
                                      {"sheets", "5"}},
                                     {}},
                                    0,
                                    99});
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [&](const CheckState&) { return &check.checklist; }};
    const auto parts = gather_quarter(scene, check.key.quarter);
    REQUIRE(parts.find("zb05")->review);
    CHECK_FALSE(parts.find("zb09")->review);
    for (const TallyEntry& entry : tally_entries(parts)) {
      const auto& score = entry.scores[Component::review];
      CHECK(score == (entry.branch == "zb05" ? std::optional(Rational(251, 3)) : std::nullopt));
      if (score) CHECK(entry.errors[Component::review] == 1.5);
    }
    CHECK(parts.reviews.waiting == 0);
    const auto later = gather_quarter(scene, check.key.quarter.next());
    CHECK_FALSE(later.find("zb05")->review);
  }

  TEST_CASE("a review without an error has one assumed where no spread is recorded") {
    for (const bool told : {false, true}) {
      CheckFixture check;
      for (const char* branch : {"zb05", "zb09"}) {
        Event event{Instant{1798000000000},
                    "p900",
                    "review.result",
                    std::string("2026Q4/") + branch,
                    {{"value", "80"}, {"role", "committee"}, {"mean", "80"}, {"method", "mean"}},
                    {}};
        const bool many = branch == std::string("zb09") && told;
        if (many) event.fields.push_back({"error", "2.5"});
        event.fields.push_back({"sheets", many ? "6" : "4"});
        check.ledger.entries.push_back({event, 0, 99});
      }
      const auto problems = check.problems();
      const OverviewScene scene{check.ledger, check.organisation,
                                check.zone,   problems,
                                check.today,  [&](const CheckState&) { return &check.checklist; }};
      for (const TallyEntry& entry : tally_entries(gather_quarter(scene, check.key.quarter)))
        if (entry.scores[Component::review])
          CHECK(entry.errors[Component::review] == doctest::Approx(entry.branch == "zb05" ? 15
                                                                   : told                 ? 2.5
                                                                                          : 15));
    }
  }

  TEST_CASE("a quarter without records has no results") {
    CheckFixture check;
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [&](const CheckState&) { return &check.checklist; }};
    const auto parts = gather_quarter(scene, check.key.quarter);
    CHECK_FALSE(has_results(make_tally(fourth, some_rules(), tally_entries(parts))));
  }
}
