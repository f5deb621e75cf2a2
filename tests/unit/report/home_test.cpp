#include "report/home.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const PaperKey safety{{2026, 4}, "safety"};

// 2026-11-12 at the desk of an invented organisation, with a problem of zb05 that zb03 found.
struct Desk {
  Organisation organisation = an_organisation();
  Workdays workdays = a_calendar();
  ListContext context{organisation, workdays, Date(2026, 11, 12)};
  ProblemList list{{a_problem()}, {}};
  std::vector<CheckSummary> checks;
  Checklist checklist;
  PlanFile plan;
  const PlanFile* last_plan = nullptr;
  ExamState exams;
  std::vector<AppraiseState> appraisals;

  Desk() {
    problem().due = problem().agreed_due = Date(2026, 11, 18);
    problem().owner = "p006";
    checklist.id = "dues";
    checklist.title = {"党费", "Dues"};
    plan.quarter = {2026, 4};
    plan.rows.push_back({Mutual::check, "zb03", "zb05", {}});
    CheckSummary check;
    check.key = check.state.key = {{2026, 4}, "zb05", "dues"};
    check.branch = organisation.find_branch("zb05");
    check.checklist = &checklist;
    checks.push_back(check);
    RecordedForm form;
    form.key = {safety, "zb05", 1, "aaaa"};
    exams.forms.emplace(form.key, form);
  }
  Problem& problem() { return list.problems[0]; }
  std::string of(const char* person) const {
    std::string all;
    for (const WaitingThing& one :
         waiting_for({*organisation.find_person(person), list, checks, &plan, last_plan, exams,
                      nullptr, appraisals, context}))
      all += one.kind + " " + one.command + "\n";
    return all;
  }
};

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("each is told what the next step is, and nothing of others") {
    Desk desk;
    CHECK(desk.of("p006") ==
          "rectify rectify submit 26Q4-zb05-k7m2qx-17\ntest test take 2026Q4 safety\n");
    CHECK(desk.of("p001") == "check check run zb05 --checklist dues\n");
    CHECK(desk.of("p003") == "");
    desk.problem().status = Status::submitted;
    desk.problem().submitted = Date(2026, 11, 12);
    CHECK(desk.of("p001") ==
          "verify rectify verify 26Q4-zb05-k7m2qx-17\ncheck check run zb05 --checklist dues\n");
    CHECK(desk.of("p006") == "test test take 2026Q4 safety\n");
    desk.checks[0].progress = Progress::complete;
    desk.problem().status = Status::closed;
    CHECK(desk.of("p001") == "");
  }

  TEST_CASE("an extension that was asked for waits for who decides, and the owner goes on") {
    Desk desk;
    desk.problem().asked = ExtensionRequest{Date(2026, 12, 1), "p005", "x"};
    CHECK(desk.of("p006").find("rectify ") == 0);
    CHECK(desk.of("p900").find("decide rectify show ") == 0);
  }

  TEST_CASE("what others have to do is looked at, not done for them") {
    Desk desk;
    desk.problem().due = Date(2026, 11, 2);
    CHECK(desk.of("p900") == "press rectify show 26Q4-zb05-k7m2qx-17\n");
  }

  TEST_CASE("a disputed problem waits for who decides, not for its owner") {
    Desk desk;
    desk.problem().status = Status::disputed;
    CHECK(desk.of("p006").find("rectify") == std::string::npos);
    CHECK(desk.of("p002").find("decide rectify show ") == 0);
  }

  TEST_CASE("a check that was begun outside the plan waits for who began it and their branch") {
    Desk desk;
    desk.plan.rows.clear();
    CHECK(desk.of("p001") == "");
    desk.checks[0].state.people = {"p003"};
    CHECK(desk.of("p003") == "check check run zb05 --checklist dues\n");
    CHECK(desk.of("p001") == "");
    desk.checks[0].state.people = {"p002"};
    CHECK(desk.of("p001") == "check check run zb05 --checklist dues\n");
    CHECK(desk.of("p002") == "check check run zb05 --checklist dues\n");
    desk.checks[0].state.people = {"p900"};
    CHECK(desk.of("p900") == "check check run zb05 --checklist dues\n");
  }

  TEST_CASE("what the last quarter left waits on, and is late") {
    Desk desk;
    desk.list.problems.clear();
    desk.context.today = Date(2027, 1, 4);
    CHECK(desk.of("p001") == "");
    const PlanFile planned = desk.plan;
    desk.last_plan = &planned;
    CHECK(desk.of("p001") == "check check run zb05 --checklist dues --quarter 2026Q4\n");
    CHECK(desk.of("p006") == "test test take 2026Q4 safety\n");
    desk.last_plan = nullptr;
    desk.checks[0].state.people = {"p003"};
    desk.checks[0].progress = Progress::going_on;
    const auto things = waiting_for({*desk.organisation.find_person("p003"),
                                     desk.list,
                                     desk.checks,
                                     nullptr,
                                     nullptr,
                                     {},
                                     nullptr,
                                     desk.appraisals,
                                     desk.context});
    REQUIRE(things.size() == 1);
    CHECK(things[0].days_late == 4);
    desk.context.today = Date(2027, 4, 1);
    CHECK(desk.of("p006") == "");
  }

  TEST_CASE("a complete check waits for its leader's signature and for the branch to confirm it") {
    Desk desk;
    desk.list.problems.clear();
    desk.exams.forms.clear();
    CheckSummary& check = desk.checks[0];
    check.state.people = {"p001"};
    CHECK(desk.of("p002") == "");
    check.progress = Progress::complete;
    CHECK(desk.of("p002") == "sign check sign zb05 --checklist dues\n");
    CHECK(desk.of("p005") == "confirm check confirm zb05 --checklist dues\n");
    for (const char* other : {"p001", "p003", "p004", "p006", "p900"}) CHECK(desk.of(other) == "");
    check.key.by = check.state.key.by = "zb03";
    CHECK(desk.of("p002") == "sign check sign zb05 --checklist dues --by zb03\n");
    check.key.quarter = {2026, 3};
    CHECK(desk.of("p005") ==
          "confirm check confirm zb05 --checklist dues --quarter 2026Q3 --by zb03\n");
    check.progress = Progress::signed_off;
    CHECK(desk.of("p002") == "");
    check.state.confirmed = Mark{"p005", Instant{}, {}};
    CHECK(desk.of("p005") == "");
    check.state.last_answer = Instant{1000};
    CHECK(desk.of("p005") != "");
    check.key.self = true;
    CHECK(desk.of("p005") == "");
  }

  TEST_CASE(
      "where the inspectors have no leader, whoever may signs; who objects need not confirm") {
    Desk desk;
    desk.exams.forms.clear();
    desk.checks[0].progress = Progress::complete;
    desk.checks[0].state.people = {"p900"};
    CHECK(desk.of("p900") == "sign check sign zb05 --checklist dues\n");
    CHECK(desk.of("p004") == "sign check sign zb05 --checklist dues\n");
    desk.problem().quarter = {2026, 4};
    desk.problem().checklist = "dues";
    desk.problem().status = Status::disputed;
    CHECK(desk.of("p005").find("confirm") == std::string::npos);
  }

  TEST_CASE("hours that are missing are the last line") {
    Desk desk;
    LearnerYear year;
    year.attained = 8;
    year.required = 32;
    const auto things =
        waiting_for({*desk.organisation.find_person("p003"), desk.list, desk.checks, &desk.plan,
                     nullptr, desk.exams, &year, desk.appraisals, desk.context});
    REQUIRE(things.size() == 1);
    CHECK(things[0].what.en == "24 hours still to learn this year (8 of 32)");
    CHECK(things[0].command == "learn todo p003");
  }

  TEST_CASE("a newcomer's on-boarding is listed with its day until it is done") {
    Desk desk;
    LearnerYear year;
    year.onboarding_due = Date(2026, 11, 2);
    const auto things = [&](Newcomer onboarding) {
      year.onboarding = onboarding;
      return waiting_for({*desk.organisation.find_person("p003"), desk.list, desk.checks,
                          &desk.plan, nullptr, desk.exams, &year, desk.appraisals, desk.context});
    };
    const auto late = things(Newcomer::overdue);
    REQUIRE(late.size() == 1);
    CHECK(late[0].kind == "learn");
    CHECK(late[0].what.en == "on-boarding");
    CHECK(late[0].by == Date(2026, 11, 2));
    CHECK(late[0].days_late == 10);
    CHECK(late[0].command == "learn todo p003");
    year.onboarding_due = Date(2026, 12, 2);
    CHECK(things(Newcomer::due).at(0).days_late == 0);
    CHECK(things(Newcomer::done).empty());
  }

  TEST_CASE("answers that differ wait for the leader, and so does an objection without a problem") {
    Desk desk;
    desk.exams.forms.clear();
    desk.list.problems.clear();
    CheckSummary& check = desk.checks[0];
    check.state.people = {"p001"};
    check.progress = Progress::conflict;
    check.state.items["DF-02"].conflict = true;
    CHECK(desk.of("p002") == "settle check show zb05 --checklist dues\n");
    for (const char* other : {"p003", "p005", "p006", "p900"}) CHECK(desk.of(other) == "");
    check.key.quarter = {2026, 3};
    CHECK(desk.of("p002") == "settle check show zb05 --checklist dues --quarter 2026Q3\n");
    check.state.items["DF-02"].conflict = false;
    CHECK(desk.of("p002") == "");
    check.state.items["DF-02"].disputed = Mark{"p005", Instant{}, "x"};
    CHECK(desk.of("p002").find("settle ") == 0);
    desk.list.problems.push_back(a_problem());
    desk.problem().quarter = {2026, 3};
    desk.problem().checklist = "dues";
    desk.problem().item = "DF-02";
    CHECK(desk.of("p002").find("settle ") == std::string::npos);
  }

  TEST_CASE("an appeal waits for the committee until it is decided") {
    Desk desk;
    desk.list.problems.clear();
    desk.checks.clear();
    desk.exams.forms.clear();
    AppraiseState state{{2026, 1}, {}, {}};
    state.people["p006"].appeals.push_back({"", "why", 0, false});
    desk.appraisals = {state};
    CHECK(desk.of("p900") == "decide appraise 2026H1 --explain p006\n");
    for (const char* other : {"p001", "p003", "p007"}) CHECK(desk.of(other) == "");
    desk.appraisals[0].people["p006"].appeals[0].decided = true;
    CHECK(desk.of("p900") == "");
  }
}
