#include "problem/state.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Event an_event(std::vector<Field> fields, std::string person = "p005") {
  return {Zone{}.at(Date(2026, 10, 20), 10),
          std::move(person),
          "problem.x",
          "x",
          std::move(fields),
          "c"};
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a line counts for the day it names, else for the machine's own day") {
    const Zone zone;
    CHECK(day_of(an_event({}), zone) == Date(2026, 10, 20));
    CHECK(day_of(an_event({{"on", "2026-10-15"}}), zone) == Date(2026, 10, 15));
    CHECK(recorded_on(an_event({{"on", "2026-10-15"}}), zone) == Date(2026, 10, 20));
    CHECK(recorded_on(an_event({{"clock", "2026-10-25T01:00:00.000Z"}}), zone) ==
          Date(2026, 10, 25));
  }

  TEST_CASE("a list in a field is split at semicolons, without empty elements") {
    CHECK(split_list("a.jpg;b.pdf") == std::vector<std::string>{"a.jpg", "b.pdf"});
    CHECK(split_list(";a;;") == std::vector<std::string>{"a"});
    CHECK(split_list("").empty());
  }

  TEST_CASE("an opening never has a due date before itself") {
    Event opening = an_event({{"due", "2026-10-01"}, {"on", "2026-10-19"}});
    opening.subject = "26Q4-zb05-k7m2qx-1";
    const Problem problem = opened_problem(opening, an_organisation(), Zone{});
    CHECK(problem.opened == Date(2026, 10, 19));
    CHECK(problem.due == Date(2026, 10, 19));
    CHECK(problem.branch == "zb05");
  }

  TEST_CASE("what is closed with another finding need not be submitted itself") {
    Problem problem = a_problem();
    CHECK_FALSE(why_not_possible(problem, StepName::verify, an_event({})).empty());
    const Event with = an_event({{"with", "26Q4-zb05-b2b2b2-1"}}, "p001");
    CHECK(why_not_possible(problem, StepName::verify, with).empty());
    for (const Status not_open : {Status::withdrawn, Status::disputed}) {
      problem.status = not_open;
      CHECK_FALSE(why_not_possible(problem, StepName::verify, with).empty());
    }
    problem.status = Status::open;
    apply_step(problem, StepName::verify, with, Zone{});
    CHECK(problem.status == Status::closed);
    CHECK(problem.closed == Date(2026, 10, 20));
  }

  TEST_CASE("a rejection forgets the submission and keeps the due date") {
    Problem problem = a_problem();
    apply_step(problem, StepName::submit, an_event({}), Zone{});
    CHECK(problem.submitted == Date(2026, 10, 20));
    CHECK(problem.submitted_by == "p005");
    apply_step(problem, StepName::reject, an_event({}, "p001"), Zone{});
    CHECK(problem.status == Status::open);
    CHECK_FALSE(problem.submitted);
    CHECK(problem.ever_submitted);
    CHECK(problem.due == Date(2026, 10, 27));
  }

  TEST_CASE("a day given by --on makes no late submission early") {
    Problem problem = a_problem();
    apply_step(problem, StepName::submit, an_event({{"on", "2026-10-15"}}), Zone{});
    CHECK(problem.submitted == Date(2026, 10, 20));
  }

  TEST_CASE("an extension stands beside the original date") {
    Problem problem = a_problem();
    apply_step(problem, StepName::extend, an_event({{"due", "2026-11-05"}, {"note", "等对账单"}}),
               Zone{});
    REQUIRE(problem.asked);
    CHECK(problem.due == Date(2026, 10, 27));
    apply_step(problem, StepName::grant, an_event({{"due", "2026-11-03"}}, "p900"), Zone{});
    CHECK(problem.due == Date(2026, 11, 3));
    CHECK(problem.original_due == Date(2026, 10, 27));
    CHECK(problem.extensions == 1);
    CHECK_FALSE(problem.asked);
  }

  TEST_CASE("a reopening begins a new round with a new due date") {
    Problem problem = a_problem();
    apply_step(problem, StepName::submit, an_event({}), Zone{});
    apply_step(problem, StepName::verify, an_event({}, "p001"), Zone{});
    CHECK(problem.closed == Date(2026, 10, 20));
    apply_step(problem, StepName::reopen, an_event({{"due", "2026-12-01"}, {"rule", "10wd"}}),
               Zone{});
    CHECK(problem.status == Status::open);
    CHECK(problem.due == Date(2026, 12, 1));
    CHECK(problem.rule == "10wd");
    CHECK_FALSE(problem.closed);
    CHECK_FALSE(problem.ever_submitted);
  }

  TEST_CASE("a step the state forbids says why") {
    Problem problem = a_problem();
    CHECK(why_not_possible(problem, StepName::submit, an_event({})).empty());
    CHECK(why_not_possible(problem, StepName::verify, an_event({})).zh ==
          "当时状态为“待整改”，不能销号");
    CHECK_FALSE(why_not_possible(problem, StepName::grant, an_event({})).empty());
    CHECK_FALSE(
        why_not_possible(problem, StepName::extend, an_event({{"due", "2026-10-27"}})).empty());
    problem.asked = ExtensionRequest{Date(2026, 11, 1), "p005", ""};
    CHECK_FALSE(
        why_not_possible(problem, StepName::extend, an_event({{"due", "2026-11-05"}})).empty());
  }
}
