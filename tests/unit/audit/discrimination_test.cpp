#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Eight branches, from poor to good, each seen by six inspectors in the course of a year; p0 gives
// everybody about the same.
std::vector<AuditVisit> visits_with(bool flat) {
  std::vector<AuditVisit> visits;
  for (int inspector = 0; inspector < 6; ++inspector)
    for (int branch = 0; branch < 8; ++branch) {
      visits.push_back(a_visit(branch % 2 == 0 ? "2026Q2" : "2026Q4",
                               "zb0" + std::to_string(branch), "p" + std::to_string(inspector), "0",
                               visits.size()));
      const double level = flat && inspector == 0 ? 80 : 60 + 5 * branch;
      visits.back().score = level + (inspector * 5 + branch * 3) % 7 - 3;
    }
  return visits;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("an inspector to whom all branches are the same is asked how they were told apart") {
    const TestResult result = ask_discrimination(visits_with(true), last_quarter);
    CHECK(result.looked_at == 6);
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::checks);
    CHECK(question.ids == question.items);
    CHECK(std::stod(question.statistic) < 0.3);
    CHECK(*question.q <= 0.05);
    CHECK(*question.q >= *question.p);
    CHECK(question.n == 8);
    CHECK(question.items.size() == 8);
    CHECK(question.entries.size() == 8);
    CHECK(question.words.en.find("good and poor got about the same") != std::string::npos);
  }

  TEST_CASE("where all see the same nobody is asked, and too little is said") {
    CHECK(ask_discrimination(visits_with(false), last_quarter).questions.empty());
    auto few = visits_with(true);
    few.resize(3);
    const TestResult result = ask_discrimination(few, last_quarter);
    CHECK(result.looked_at == 0);
    CHECK(result.too_little.en.find("4 inspections") != std::string::npos);
  }
}
