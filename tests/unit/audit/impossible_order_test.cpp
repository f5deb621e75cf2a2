#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// A problem with these steps, each dated by its `on=`.
struct Tale {
  Ledger ledger;
  ProblemList problems;

  explicit Tale(const std::vector<std::pair<const char*, const char*>>& steps) {
    Problem problem;
    problem.id = "26Q4-zb05-k7m2qx-1";
    for (const auto& [name, on] : steps) {
      Event event;
      event.at = *Instant::parse("2026-10-20T02:00:00.000Z");
      event.name = name;
      event.subject = problem.id;
      event.fields = {{"on", on}};
      problem.history.push_back({ledger.entries.size(), true, {}, false});
      ledger.entries.push_back({event, 0, 2});
    }
    problems.problems.push_back(problem);
  }

  TestResult ask(Quarter quarter = last_quarter) const {
    return ask_impossible_orders(ledger, problems, Zone(), quarter);
  }
};

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("rectified before it was found is asked about") {
    const auto result =
        Tale({{"problem.open", "2026-10-12"}, {"problem.submit", "2026-10-05"}}).ask();
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::problem);
    CHECK(question.statistic == "7");
    CHECK(question.entries == std::vector<std::size_t>{0, 1});
    CHECK(question.words.en.find("is dated 2026-10-05, 7 days before it was found on 2026-10-12") !=
          std::string::npos);
  }

  TEST_CASE("closed before the submission that was accepted is asked about") {
    const Tale tale({{"problem.open", "2026-10-01"},
                     {"problem.submit", "2026-10-15"},
                     {"problem.verify", "2026-10-14"}});
    REQUIRE(tale.ask().questions.size() == 1);
    CHECK(tale.ask().questions[0].words.en.find("submitted") != std::string::npos);
    CHECK(tale.ask({2026, 3}).questions.empty());
  }

  TEST_CASE("an ordinary life, and a step that does not apply, are not") {
    Tale tale({{"problem.open", "2026-10-01"},
               {"problem.submit", "2026-10-01"},
               {"problem.verify", "2026-10-02"}});
    CHECK(tale.ask().questions.empty());
    CHECK(tale.ask().looked_at == 2);
    Tale other({{"problem.open", "2026-10-12"}, {"problem.submit", "2026-10-05"}});
    other.problems.problems[0].history[1].applied = false;
    CHECK(other.ask().questions.empty());
  }
}
