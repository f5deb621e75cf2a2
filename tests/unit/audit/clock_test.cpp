#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Ledger with_clocks(const std::vector<const char*>& clocks) {
  Ledger ledger;
  ledger.files.push_back({"2026Q4/zb03.k7m2qx.tsv", {"demo", last_quarter, "zb03", "k7m2qx"}, 100});
  for (const char* clock : clocks) {
    Event event;
    event.at = *Instant::parse("2026-10-20T02:00:00.000Z");
    event.name = "check.answer";
    event.subject = "26Q4/zb05/dues/DF-01";
    if (*clock) event.fields = {{"clock", clock}};
    ledger.entries.push_back({event, 0, 2});
  }
  return ledger;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("a device whose clock fell behind is asked about, with its lines") {
    const Ledger ledger = with_clocks({"", "2026-10-20T01:00:00.000Z", "2026-10-19T02:00:00.000Z"});
    const TestResult result = ask_clocks(ledger, Zone(), last_quarter);
    CHECK(result.looked_at == 3);
    REQUIRE(result.questions.size() == 1);
    CHECK(result.questions[0].about == About::device);
    CHECK(result.questions[0].ids == std::vector<std::string>{"zb03.k7m2qx"});
    CHECK(result.questions[0].statistic == "1440");
    CHECK(result.questions[0].entries == std::vector<std::size_t>{1, 2});
    CHECK(result.questions[0].words.en.find("2026-10-20 09:00") != std::string::npos);
  }

  TEST_CASE("a clock that is ahead, or of another quarter, is not") {
    CHECK(ask_clocks(with_clocks({"2026-10-20T02:00:30.000Z"}), Zone(), last_quarter)
              .questions.empty());
    CHECK(
        ask_clocks(with_clocks({"2026-10-19T02:00:00.000Z"}), Zone(), {2026, 3}).questions.empty());
  }
}
