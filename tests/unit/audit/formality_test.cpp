#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

// Six branches and inspectors, four quarters; every branch has five faults of twenty, which all but
// p1 find. Whoever comes after p1 says that they had been there.
std::vector<AuditVisit> one_looks_away() {
  const std::string faults = "11111000000000000000";
  std::string old_faults = faults;
  for (char& c : old_faults)
    if (c == '1') c = 'P';
  const char* quarters[] = {"2026Q1", "2026Q2", "2026Q3", "2026Q4"};
  std::vector<AuditVisit> visits;
  for (int quarter = 0; quarter < 4; ++quarter)
    for (int inspector = 1; inspector <= 6; ++inspector) {
      const int branch = (inspector + quarter) % 6 + 1;
      const bool after_p1 = quarter > 0 && branch == quarter + 1;
      visits.push_back(a_visit(quarters[quarter], "zb0" + std::to_string(branch),
                               "p" + std::to_string(inspector),
                               inspector == 1 ? std::string(20, '0')
                               : after_p1     ? old_faults
                                              : faults,
                               visits.size() * 20));
    }
  return visits;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("who finds nothing anywhere, and is found out by the next, is asked") {
    const auto visits = one_looks_away();
    const TestResult result = ask_formality(visits, last_quarter);
    CHECK(result.too_little.empty());
    CHECK(result.looked_at == 6);
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::person);
    CHECK(question.ids == std::vector<std::string>{"p1"});
    CHECK(question.statistic == "3");
    CHECK(question.n == 80);
    CHECK(*question.q <= 0.05);
    // the miss rate first
    CHECK(question.words.en.starts_with("Ask p1 how the inspections were done: 15 of 15 faults"));
    CHECK(question.words.en.find("0 findings, where others") != std::string::npos);
    CHECK(std::ranges::count(question.items, "26Q1/zb02/basics/A-0") == 1);
  }

  TEST_CASE("a year later none of it counts") {
    CHECK(ask_formality(one_looks_away(), {2027, 4}).questions.empty());
  }

  TEST_CASE("a good branch that nobody else has seen accuses nobody") {
    std::vector<AuditVisit> visits;
    for (int i = 1; i <= 6; ++i)
      visits.push_back(a_visit("2026Q4", "zb0" + std::to_string(i), "p" + std::to_string(i),
                               i == 1 ? std::string(40, '0') : std::string(40, '1')));
    const TestResult result = ask_formality(visits, last_quarter);
    CHECK(result.questions.empty());
    CHECK(result.too_little.en.find("there are 0") != std::string::npos);
  }

  TEST_CASE("one sign alone is counted, and names nobody") {
    auto visits = one_looks_away();
    // p1 finds what there is; that others say it had been there is one sign only.
    for (AuditVisit& visit : visits)
      if (visit.inspector == "p1")
        for (std::size_t i = 10; i < 15; ++i) visit.items[i].seen = Seen::found;
    const TestResult result = ask_formality(visits, last_quarter);
    CHECK(result.questions.empty());
    CHECK(result.remark.en.starts_with("one sign only: 1 inspector;"));
    CHECK(result.remark.en.find("p1") == std::string::npos);
  }

  TEST_CASE("without follow-up it says that nobody can tell what was passed over") {
    std::vector<AuditVisit> visits;
    for (int i = 1; i <= 3; ++i)
      visits.push_back(a_visit("2026Q4", "zb01", "p" + std::to_string(i), "0101"));
    CHECK(ask_formality(visits, last_quarter).remark.en.find("passed over") != std::string::npos);
    visits[0].check.by = "zb02";  // each for itself: what one passed the other may have found
    visits[1].check.by = "zb03";
    CHECK(ask_formality(visits, last_quarter).remark.en.find("passed over") == std::string::npos);
  }
}
