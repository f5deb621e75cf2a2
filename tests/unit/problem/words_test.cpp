#include "problem/life.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("problem") {
  TEST_CASE("every status and step is read back by its name") {
    for (const Status status :
         {Status::open, Status::submitted, Status::disputed, Status::closed, Status::withdrawn})
      CHECK(parse_status(to_string(status)) == status);
    for (int i = 0; i <= static_cast<int>(StepName::reopen); ++i)
      CHECK(parse_step(to_string(static_cast<StepName>(i))) == static_cast<StepName>(i));
    CHECK_FALSE(parse_status("overdue"));
    CHECK_FALSE(parse_step("open"));
  }

  TEST_CASE("an event of a problem's life names its step") {
    CHECK(step_of_event("problem.submit") == StepName::submit);
    CHECK_FALSE(step_of_event("problem.open"));
    CHECK_FALSE(step_of_event("check.answer"));
  }

  TEST_CASE("a rectification is verified by 销号, which is not 复核 of a score") {
    CHECK(wording(StepName::verify).in(Lang::zh) == "销号");
    CHECK(wording(Status::closed).in(Lang::zh) == "已销号");
  }
}
