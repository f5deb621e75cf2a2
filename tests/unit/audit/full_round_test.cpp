#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("audit") {
  TEST_CASE("in a full round favours that go by pairs are asked about, the greatest first") {
    const TestResult result = ask_full_round(full_round(6, 15), last_quarter);
    CHECK(result.looked_at == 15);
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::branches);
    REQUIRE(question.ids.size() >= 4);
    const std::vector<std::string> first_four(question.ids.begin(), question.ids.begin() + 4);
    for (const char* id : {"zb00", "zb01", "zb02", "zb03"})
      CHECK(std::ranges::find(first_four, id) != first_four.end());
    CHECK(std::stod(question.statistic) > 0.5);
    CHECK(*question.p <= 0.05);
    CHECK(question.q == question.p);
    CHECK(question.n == 15);
    CHECK(question.items.size() == 6);
  }

  TEST_CASE("without favours nothing is asked, and the figures are said") {
    const TestResult result = ask_full_round(full_round(6, 0), last_quarter);
    CHECK(result.questions.empty());
    CHECK(result.remark.en.find("correlation within pairs") != std::string::npos);
  }

  TEST_CASE("a pair that never met, or three branches, are no full round") {
    auto visits = full_round(6, 15);
    visits.pop_back();
    CHECK(ask_full_round(visits, last_quarter).too_little.en.ends_with("29 of 30"));
    std::erase_if(visits, [](const AuditVisit& visit) {
      return visit.home > "zb02" || visit.check.branch > "zb02";
    });
    CHECK(ask_full_round(visits, last_quarter).too_little.en.ends_with("6 of 6"));
    CHECK(ask_full_round({}, last_quarter).too_little.en.ends_with("0 of 0"));
  }
}
