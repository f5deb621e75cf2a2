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
                                  "Zhou to rectify and submit by 2026-10-27"});
    CHECK(next(problem, Date(2026, 10, 29)).en ==
          "Zhou to rectify and submit; it was due on 2026-10-27, 2 days overdue");
    problem.asked = ExtensionRequest{Date(2026, 11, 5), "p005", "x"};
    CHECK(next(problem).en.ends_with("to decide whether to extend it to 2026-11-05"));
    problem = a_problem();
    problem.status = Status::submitted;
    problem.submitted = Date(2026, 10, 20);
    CHECK(next(problem) == Phrase{"由赵一在 2026-10-27 前（含当日）销号或退回",
                                  "Zhao to verify or reject by 2026-10-27"});
    problem.status = Status::disputed;
    CHECK(next(problem) ==
          Phrase{"由钱二、李四裁定：维持或撤销", "Qian and Li to decide: uphold or withdraw"});
    problem.status = Status::withdrawn;
    CHECK(next(problem).zh == "已了结");
  }

  TEST_CASE("where nobody may decide a dispute the sentence says who is missing") {
    Organisation organisation = an_organisation();
    for (Person& person : organisation.people) person.roles.clear();
    const Workdays workdays = a_calendar();
    Problem problem = a_problem();
    problem.status = Status::disputed;
    CHECK(next_step(problem, {organisation, workdays, Date(2026, 10, 20)}) ==
          Phrase{"由委员会或检查组组长裁定：维持或撤销",
                 "the committee or a leader to decide: uphold or withdraw"});
  }

  TEST_CASE("the command is the step of who may take it, and a look for everybody else") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const ListContext context{organisation, workdays, Date(2026, 10, 20)};
    const auto of = [&](const Problem& problem, const char* person) {
      const NextCommand next = next_command(problem, *organisation.find_person(person), context);
      return next.kind + ": " + next.command;
    };
    Problem problem = a_problem();
    problem.owner = "p005";
    CHECK(of(problem, "p005") == "rectify: rectify submit " + problem.id);
    CHECK(of(problem, "p900") == "press: rectify show " + problem.id);
    problem.asked = ExtensionRequest{Date(2026, 11, 5), "p005", "x"};
    CHECK(of(problem, "p900") == "decide: rectify show " + problem.id);
    CHECK(of(problem, "p005") == "rectify: rectify submit " + problem.id);
    problem = a_problem();
    problem.status = Status::submitted;
    CHECK(of(problem, "p001") == "verify: rectify verify " + problem.id);
    CHECK(of(problem, "p005") == "verify: rectify show " + problem.id);
  }
}
