#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("audit") {
  TEST_CASE("pairs that favour each other are asked why, both of them") {
    const TestResult result = ask_reciprocity(full_round(8, 12), last_quarter);
    CHECK(result.looked_at == 28);
    REQUIRE(result.questions.size() == 2);
    CHECK(std::ranges::any_of(result.questions, [](const Question& question) {
      return question.ids == std::vector<std::string>{"zb00", "zb01"};
    }));
    const Question& question = result.questions[0];
    CHECK(question.about == About::pair);
    CHECK(*question.p <= 0.01);
    CHECK(std::stod(question.statistic) > 2.5);
    CHECK(question.n == 2);
    CHECK(question.items.size() == 2);
  }

  TEST_CASE("the same quarter gives the same p") {
    const auto first = ask_reciprocity(full_round(8, 6), last_quarter);
    const auto second = ask_reciprocity(full_round(8, 6), last_quarter);
    CHECK(first.remark == second.remark);
  }

  TEST_CASE("without favours nobody is asked, without pairs nothing is judged") {
    CHECK(ask_reciprocity(full_round(8, 0), last_quarter).questions.empty());
    auto one_way = full_round(8, 12);
    std::erase_if(one_way, [](const AuditVisit& visit) { return visit.home > visit.check.branch; });
    CHECK(ask_reciprocity(one_way, last_quarter).too_little.en.find("there are 0") !=
          std::string::npos);
  }
}
