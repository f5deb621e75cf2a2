#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string get(const Draft& draft, std::string_view key) {
  for (const Field& field : draft.fields)
    if (field.key == key) return field.value;
  return {};
}

Finding a_finding() {
  Finding finding;
  finding.id = "26Q4-zb05-k7m2qx-17";
  finding.checklist = "dues";
  finding.item = "DF-02";
  finding.title = "按月足额收缴";
  finding.text = "八月党费未按月收缴";
  finding.branch = "zb05";
  return finding;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("the due date comes from the item, else from the severity's limit") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const Judgement judgement{organisation, workdays, Date(2026, 10, 12)};
    Finding finding = a_finding();
    Draft draft = open_problem(finding, judgement);
    CHECK(get(draft, "due") == "2026-10-26");
    CHECK(get(draft, "rule") == "10wd");
    CHECK(get(draft, "calendar") == "2026.1");
    finding.due = Limit{Limit::Unit::days, 15};
    draft = open_problem(finding, judgement);
    CHECK(get(draft, "due") == "2026-10-27");
    CHECK(get(draft, "rule") == "15d");
    CHECK(get(draft, "calendar").empty());
    finding.due = Limit{};
    CHECK(get(open_problem(finding, judgement), "due") == "2026-10-12");
  }

  TEST_CASE("the branch's first secretary owns it, and nobody where there is none") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    Finding finding = a_finding();
    CHECK(get(open_problem(finding, {organisation, workdays, Date(2026, 10, 12)}), "owner") ==
          "p005");
    finding.branch = "zb07";
    CHECK(
        get(open_problem(finding, {organisation, workdays, Date(2026, 10, 12)}), "owner").empty());
  }

  TEST_CASE("a finding entered later is due from the day it was found") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    Finding finding = a_finding();
    finding.due = Limit{Limit::Unit::days, 15};
    finding.on = Date(2026, 10, 1);
    const Draft draft = open_problem(finding, {organisation, workdays, Date(2026, 10, 12)});
    CHECK(get(draft, "due") == "2026-10-16");
    CHECK(get(draft, "on") == "2026-10-01");
  }

  TEST_CASE("a corrected answer takes its problem back only while nothing was done about it") {
    Problem problem = a_problem();
    const auto draft = withdraw_opening(problem, "改判为合格");
    REQUIRE(draft);
    CHECK(draft->name == "problem.withdraw");
    CHECK(get(*draft, "after") == problem.last_check);
    problem.ever_submitted = true;
    CHECK_FALSE(withdraw_opening(problem, "x"));
    problem = a_problem();
    problem.status = Status::closed;
    CHECK_FALSE(withdraw_opening(problem, "x"));
  }
}
