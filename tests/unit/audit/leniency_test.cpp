#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Six branches, each seen by three of six inspectors in two quarters; p0 gives `more` points.
std::vector<AuditVisit> visits_with(double more) {
  std::vector<AuditVisit> visits;
  for (int branch = 0; branch < 6; ++branch)
    for (const int step : {1, 2, 4}) {
      const int inspector = (branch + step) % 6;
      visits.push_back(a_visit(step == 4 ? "2026Q3" : "2026Q4", "zb0" + std::to_string(branch),
                               "p" + std::to_string(inspector), "0", visits.size()));
      visits.back().score =
          70 + 3 * branch + (branch * 5 + step * 3) % 4 * 0.4 + (inspector == 0 ? more : 0);
    }
  return visits;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("a lenient inspector is asked by what standard") {
    const TestResult result = ask_leniency(visits_with(9), last_quarter);
    CHECK(result.looked_at == 6);
    CHECK(result.over.en == "inspectors of 2026Q3 to 2026Q4");
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::checks);
    CHECK(question.ids == question.items);
    CHECK(question.words.en.find("p0") == std::string::npos);
    CHECK(question.words.zh.find("p0") == std::string::npos);
    CHECK(std::stod(question.statistic) > 5);
    CHECK(*question.q <= 0.05);
    CHECK(question.n == 3);
    CHECK(question.items.size() == 3);
    CHECK(question.words.en.find("points above others") != std::string::npos);
  }

  TEST_CASE("one far above makes nobody else look severe") {
    const auto questions = ask_leniency(visits_with(30), last_quarter).questions;
    REQUIRE(questions.size() == 1);
    CHECK(std::stod(questions[0].statistic) > 28);
  }

  TEST_CASE("severity is asked about too, and small differences are not") {
    const auto severe = ask_leniency(visits_with(-9), last_quarter).questions;
    REQUIRE(severe.size() == 1);
    CHECK(severe[0].statistic.starts_with("-"));
    CHECK(severe[0].words.zh.find("低") != std::string::npos);
    CHECK(ask_leniency(visits_with(2), last_quarter).questions.empty());
  }

  TEST_CASE("too few inspectors or inspections are said") {
    CHECK(ask_leniency({a_visit("2026Q4", "zb01", "p1", "0")}, last_quarter).too_little.en ==
          "needs at least 3 inspectors; there are 1");
    auto few = visits_with(9);
    few.resize(6);
    CHECK(ask_leniency(few, last_quarter).too_little.en.starts_with("too few inspections"));
    // the first half of the year has nothing to do with the second
    CHECK(ask_leniency(visits_with(9), {2026, 2}).looked_at == 0);
  }
}
