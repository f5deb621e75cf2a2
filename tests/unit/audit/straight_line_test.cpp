#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

AuditVisit marked(const std::string& branch, const std::vector<int>& marks) {
  AuditVisit visit = a_visit("2026Q4", branch, "p1", std::string(marks.size(), '1'));
  for (std::size_t i = 0; i < marks.size(); ++i) visit.items[i].mark = marks[i];
  return visit;
}

const std::vector<int> in_blocks{80, 80, 80, 80, 80, 80, 80, 80, 60, 60,
                                 60, 40, 40, 40, 40, 20, 20, 20, 20, 20};
const std::vector<int> mixed{80, 60, 80, 40, 20, 80, 60, 20, 80, 40,
                             60, 80, 20, 40, 80, 20, 60, 80, 40, 20};

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("one mark after the other is asked about, a mixture is not") {
    const TestResult result =
        ask_straight_lines({marked("zb01", in_blocks), marked("zb02", mixed)}, last_quarter);
    CHECK(result.looked_at == 2);
    REQUIRE(result.questions.size() == 1);
    CHECK(result.questions[0].ids == std::vector<std::string>{"26Q4/zb01/basics"});
    CHECK(result.questions[0].statistic == "8");
    CHECK(result.questions[0].n == 20);
    CHECK(*result.questions[0].q <= 0.05);
  }

  TEST_CASE("full marks in a row are nothing to wonder at") {
    std::vector<int> marks(30, 100);
    marks.insert(marks.end(), mixed.begin(), mixed.end());
    CHECK(ask_straight_lines({marked("zb01", marks)}, last_quarter).questions.empty());
    const TestResult full =
        ask_straight_lines({marked("zb01", std::vector<int>(30, 100))}, last_quarter);
    CHECK(full.questions.empty());
    CHECK(full.too_little.en.find("the one with most has 0") != std::string::npos);
  }

  TEST_CASE("all alike is asked about where others mark these items in many ways") {
    const std::vector<AuditVisit> various{marked("zb01", std::vector<int>(20, 80)),
                                          marked("zb02", mixed), marked("zb03", mixed)};
    const auto questions = ask_straight_lines(various, last_quarter).questions;
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].ids == std::vector<std::string>{"26Q4/zb01/basics"});
    CHECK(questions[0].words.en.find("all 20 items") != std::string::npos);
    // where there is one way to lose points, or nobody else to compare with, it is no wonder
    const std::vector<int> alike(12, 80);
    CHECK(ask_straight_lines({marked("zb01", alike), marked("zb02", alike)}, last_quarter)
              .questions.empty());
    CHECK(ask_straight_lines({marked("zb01", alike)}, last_quarter).questions.empty());
  }
}
