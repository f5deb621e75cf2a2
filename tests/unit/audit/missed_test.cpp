#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// p1 passed `missed` of eight faults at zb01; at zb02 and zb03 others missed none of eight.
std::vector<AuditVisit> history(int missed) {
  std::string then(8, '1');
  std::string now(8, '0');
  for (int i = 0; i < missed; ++i) then[static_cast<std::size_t>(i)] = '0';
  for (int i = 0; i < missed; ++i) now[static_cast<std::size_t>(i)] = 'P';
  return {a_visit("2026Q3", "zb01", "p1", then),
          a_visit("2026Q3", "zb02", "p2", "11111111", 10),
          a_visit("2026Q3", "zb03", "p3", "11111111", 20),
          a_visit("2026Q4", "zb01", "p2", now, 30),
          a_visit("2026Q4", "zb02", "p3", "00000000", 40),
          a_visit("2026Q4", "zb03", "p1", "0000000?", 50)};
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("a check is asked about when the next inspector finds what it passed") {
    const TestResult result = ask_missed(history(6), last_quarter);
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::check);
    CHECK(question.ids == std::vector<std::string>{"26Q3/zb01/basics"});
    CHECK(question.statistic == "6");
    CHECK(question.n == 8);
    CHECK(*question.q <= 0.05);
    CHECK(question.items.size() == 6);
    CHECK(question.entries.size() == 12);  // the pass and the finding of each
    CHECK(question.words.en.find("p1") == std::string::npos);
    CHECK(question.words.en.find("basics/A-4 and 1 more") != std::string::npos);
  }

  TEST_CASE("a single miss is told, and not asked about") {
    const TestResult result = ask_missed(history(1), last_quarter);
    CHECK(result.questions.empty());
    CHECK(result.looked_at == 3);
    CHECK(result.remark.en.starts_with("1 of 24 faults in all were passed"));
    CHECK(result.remark.en.find("26Q3/zb01/basics") != std::string::npos);
  }

  TEST_CASE("only what this quarter followed up is judged, and too little is said") {
    CHECK(ask_missed(history(6), {2027, 1}).too_little.en.find("inspected again") !=
          std::string::npos);
    const std::vector<AuditVisit> few{a_visit("2026Q3", "zb01", "p1", "000"),
                                      a_visit("2026Q4", "zb01", "p2", "P0?")};
    const TestResult result = ask_missed(few, last_quarter);
    CHECK(result.too_little.en.find("at least 10 faults elsewhere") != std::string::npos);
    CHECK(result.remark.en.find("1 more that nobody can date") != std::string::npos);
  }

  TEST_CASE("an inspection is asked about that passed what another beside it found") {
    const std::string good(20, '1');
    std::vector<AuditVisit> visits{a_visit("2026Q4", "zb01", "p1", "11" + std::string(18, '0')),
                                   a_visit("2026Q4", "zb01", "p2", good, 100),
                                   a_visit("2026Q4", "zb02", "p3", good, 200),
                                   a_visit("2026Q4", "zb02", "p4", good, 300)};
    CHECK(ask_missed(visits, last_quarter).questions.empty());  // they inspected together
    for (AuditVisit& visit : visits) visit.check.by = "of-" + visit.inspector;
    const TestResult result = ask_missed(visits, last_quarter);
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.ids == std::vector<std::string>{"26Q4/zb01/basics+of-p1"});
    CHECK(question.statistic == "18");
    CHECK(question.n == 20);
    CHECK(question.words.en.find("who inspected for themselves in 2026Q4") != std::string::npos);
  }
}
