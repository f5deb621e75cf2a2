#include "report/next_step.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Phrase next(const Problem& problem, Date today = Date(2026, 10, 20)) {
  const Organisation organisation = an_organisation();
  const Workdays workdays = a_calendar();
  return next_step(problem, {organisation, workdays, today});
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("what comes next names who and by when") {
    Problem problem = a_problem();
    CHECK(next(problem) == Phrase{"由周五在 2026-10-27 前（含当日）整改并报送",
                                  "Zhou rectifies and submits by 2026-10-27"});
    CHECK(next(problem, Date(2026, 10, 29)).en ==
          "Zhou rectifies and submits; it was due on 2026-10-27, 2 day(s) overdue");
    problem.asked = ExtensionRequest{Date(2026, 11, 5), "p005", "x"};
    CHECK(next(problem).en.ends_with("decides whether to extend it to 2026-11-05"));
    problem = a_problem();
    problem.status = Status::submitted;
    problem.submitted = Date(2026, 10, 20);
    CHECK(next(problem) == Phrase{"由赵一在 2026-10-27 前（含当日）销号或退回",
                                  "Zhao verifies or rejects by 2026-10-27"});
    problem.status = Status::disputed;
    CHECK(next(problem).en == "the committee or a leader decides: uphold or withdraw");
    problem.status = Status::withdrawn;
    CHECK(next(problem).zh == "已了结");
  }
}
