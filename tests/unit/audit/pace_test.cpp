#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

AuditVisit timed(const char* quarter, int branch, int seconds) {
  AuditVisit visit = a_visit(quarter, "zb" + std::to_string(branch), "p1", "000000");
  for (VisitItem& item : visit.items) item.took = seconds;
  return visit;
}

// Twelve checks at 20 to 42 seconds an item, and one at `seconds`.
std::vector<AuditVisit> checks_and(int seconds, const char* quarter = "2026Q4") {
  std::vector<AuditVisit> visits;
  for (int i = 0; i < 12; ++i) visits.push_back(timed("2026Q3", 10 + i, 20 + 2 * i));
  visits.push_back(timed(quarter, 50, seconds));
  return visits;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("a check at a second an item is asked about") {
    const TestResult result = ask_pace(checks_and(1), last_quarter);
    CHECK(result.looked_at == 1);
    REQUIRE(result.questions.size() == 1);
    CHECK(result.questions[0].ids == std::vector<std::string>{"26Q4/zb50/basics"});
    CHECK(result.questions[0].statistic == "1.0");
    CHECK(result.questions[0].n == 6);
    CHECK(*result.questions[0].q <= 0.05);
  }

  TEST_CASE("slow ones, usual ones and those of another quarter are not") {
    CHECK(ask_pace(checks_and(500), last_quarter).questions.empty());
    CHECK(ask_pace(checks_and(18), last_quarter).questions.empty());
    CHECK(ask_pace(checks_and(1, "2026Q3"), last_quarter).questions.empty());
  }

  TEST_CASE("what came from a file has no pace") {
    std::vector<AuditVisit> visits = checks_and(1);
    for (AuditVisit& visit : visits)
      for (VisitItem& item : visit.items) item.took.reset();
    CHECK(ask_pace(visits, last_quarter).too_little.en.find("there are 0") != std::string::npos);
  }

  TEST_CASE("what was on the list already took its time too") {
    std::vector<AuditVisit> visits = checks_and(1);
    AuditVisit& fast = visits.back();
    fast.known.assign(fast.items.begin() + 2, fast.items.end());
    fast.items.resize(2);
    const TestResult result = ask_pace(visits, last_quarter);
    REQUIRE(result.questions.size() == 1);
    CHECK(result.questions[0].n == 6);
    CHECK(result.questions[0].entries.size() == 6);
  }
}
