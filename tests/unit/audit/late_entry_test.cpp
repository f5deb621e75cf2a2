#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Entry entry(const char* at, const char* name, std::string subject, std::vector<Field> fields) {
  Event event;
  event.at = *Instant::parse(at);
  event.name = name;
  event.subject = std::move(subject);
  event.fields = std::move(fields);
  return {event, 0, 2};
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("work recorded long after its day is asked about, once for a check") {
    const std::vector<Field> late{{"reason", "断网"}, {"on", "2026-10-01"}};
    Ledger ledger;
    ledger.entries = {
        entry("2026-10-20T02:00:00.000Z", "check.begin", "26Q4/zb05/dues", late),
        entry("2026-10-20T02:00:00.001Z", "check.answer", "26Q4/zb05/dues/DF-01", late),
        entry("2026-10-20T02:00:00.002Z", "problem.open", "26Q4-zb05-k7m2qx-1", late),
        entry("2026-10-20T02:00:00.003Z", "problem.submit", "26Q4-zb05-k7m2qx-1",
              {{"on", "2026-10-18"}}),
        entry("2026-10-20T02:00:00.004Z", "check.answer", "26Q4/zb09/dues/DF-01", {})};
    const TestResult result = ask_late_entries(ledger, Zone(), last_quarter);
    CHECK(result.looked_at == 3);
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::check);
    CHECK(question.ids == std::vector<std::string>{"26Q4/zb05/dues"});
    CHECK(question.statistic == "19");
    CHECK(question.n == 2);
    CHECK(question.words.zh.find("断网") != std::string::npos);
    CHECK(ask_late_entries(ledger, Zone(), {2026, 3}).questions.empty());
  }

  TEST_CASE("a check of the quarter recorded in the next one belongs to it") {
    Ledger ledger;
    ledger.entries = {
        entry("2027-01-11T02:00:00.000Z", "check.begin", "26Q4/zb05/dues", {{"on", "2026-12-30"}})};
    CHECK(ask_late_entries(ledger, Zone(), last_quarter).questions.size() == 1);
  }

  TEST_CASE("the machine's clock counts, and three days are no question") {
    Ledger ledger;
    ledger.entries = {entry("2026-10-20T02:00:00.000Z", "problem.submit", "26Q4-zb05-k7m2qx-1",
                            {{"on", "2026-10-01"}, {"clock", "2026-10-04T02:00:00.000Z"}})};
    CHECK(ask_late_entries(ledger, Zone(), last_quarter).questions.empty());
  }
}
