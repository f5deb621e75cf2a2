#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

// Eight branches inspect each other, every pair both ways; 0 and 1, 2 and 3 favour each other.
std::vector<AuditVisit> full_round(double favour) {
  std::vector<AuditVisit> visits;
  for (int from = 0; from < 8; ++from)
    for (int to = 0; to < 8; ++to) {
      if (from == to) continue;
      visits.push_back(a_visit(from < to ? "2026Q1" : "2026Q4", "zb0" + std::to_string(to),
                               "p" + std::to_string(from), "0", visits.size()));
      visits.back().home = "zb0" + std::to_string(from);
      const bool friends = from / 2 == to / 2 && from < 4;
      visits.back().score = 80 + to + (from * 13 + to * 7) % 5 + (friends ? favour : 0);
    }
  return visits;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("pairs that favour each other are asked why, both of them") {
    const TestResult result = ask_reciprocity(full_round(12), last_quarter);
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
    const auto first = ask_reciprocity(full_round(6), last_quarter);
    const auto second = ask_reciprocity(full_round(6), last_quarter);
    CHECK(first.remark == second.remark);
  }

  TEST_CASE("without favours nobody is asked, without pairs nothing is judged") {
    CHECK(ask_reciprocity(full_round(0), last_quarter).questions.empty());
    auto one_way = full_round(12);
    std::erase_if(one_way, [](const AuditVisit& visit) { return visit.home > visit.check.branch; });
    CHECK(ask_reciprocity(one_way, last_quarter).too_little.en.find("there are 0") !=
          std::string::npos);
  }
}
