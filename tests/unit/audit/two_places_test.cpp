#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const Instant nine = *Instant::parse("2026-10-14T01:00:00.000Z");  // in Shanghai

// One answer at each of these minutes behind nine o'clock, after half a minute of thinking.
AuditVisit answered(const char* branch, const char* person, const std::vector<int>& minutes) {
  AuditVisit visit = a_visit("2026Q4", branch, person, std::string(minutes.size(), '0'));
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    visit.items[i].at = nine + minutes[i] * 60000;
    visit.items[i].took = 30;
  }
  return visit;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("answers at two branches at once are asked about") {
    const TestResult result = ask_two_places(
        {answered("zb01", "p1", {1, 20}), answered("zb02", "p1", {10, 30})}, last_quarter, Zone());
    CHECK(result.looked_at == 2);
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::pair);
    CHECK(question.ids == std::vector<std::string>{"zb01", "zb02"});
    CHECK(question.words.en.find("p1") == std::string::npos);
    CHECK(question.statistic == "10.5");
    CHECK(question.n == 1);
    CHECK(question.words.en.find("from 2026-10-14 09:09 to 2026-10-14 09:20") != std::string::npos);
  }

  TEST_CASE("one after the other, somebody else, and coming back after a pause are not") {
    CHECK(ask_two_places({answered("zb01", "p1", {1, 9}), answered("zb02", "p1", {10, 30})},
                         last_quarter, Zone())
              .questions.empty());
    CHECK(ask_two_places({answered("zb01", "p1", {1, 20}), answered("zb02", "p2", {10, 30})},
                         last_quarter, Zone())
              .questions.empty());
    CHECK(ask_two_places({answered("zb01", "p1", {1, 90}), answered("zb02", "p1", {10, 30})},
                         last_quarter, Zone())
              .questions.empty());
  }

  TEST_CASE("without times nothing can be told") {
    CHECK_FALSE(ask_two_places({a_visit("2026Q4", "zb01", "p1", "0")}, last_quarter, Zone())
                    .too_little.empty());
  }
}
