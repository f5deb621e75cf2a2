#include "check/settlements.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// Settles B-1, having seen the line with that check; gives the line's own.
std::string settle(CheckFixture& check, const char* result, const std::string& after) {
  check.add("p008", "check.settle", subject_of(check.key, "B-1"),
            {{"result", result}, {"reason", "看过"}, {"after", after}}, RoleName::leader);
  return check.ledger.entries.back().event.check;
}

std::string last_line(const CheckFixture& check) {
  return check.ledger.entries.back().event.check;
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("of two settlements that do not know of each other the later counts, which is said") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(check.say("p004", "B-1", answer("pass")));
    const std::string seen = last_line(check);
    settle(check, "pass", seen);
    const std::size_t first = check.ledger.entries.size() - 1;
    settle(check, "fail", seen);
    const auto apart = settlements_apart(check.ledger);
    REQUIRE(apart.size() == 1);
    CHECK(apart[0].entry == first);
    CHECK(apart[0].counts == first + 1);
    CHECK(check.state().find("B-1")->standing[0].answer.verdict == Verdict::fail);
  }

  TEST_CASE("who settles again what somebody settled, or says the same, contradicts nobody") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    const std::string seen = last_line(check);
    const std::string once = settle(check, "pass", seen);
    settle(check, "fail", once);
    CHECK(settlements_apart(check.ledger).empty());
    CheckFixture alike;
    REQUIRE(alike.say("p003", "B-1", answer("fail")));
    const std::string before = last_line(alike);
    settle(alike, "pass", before);
    settle(alike, "pass", before);
    CHECK(settlements_apart(alike.ledger).empty());
  }

  TEST_CASE("one person who answered on two machines is named, until a settlement") {
    CheckFixture check;
    check.ledger.files.push_back({"ledger/2026Q4/zb01.k7m2qx.tsv", {}, 0});
    for (const char* verdict : {"fail", "pass"})
      check.add("p003", "check.answer", subject_of(check.key, "B-1"),
                {{"result", verdict}, {"doc", "1111111111111111"}, {"after", ""}});
    const auto apart = answers_apart(check.ledger);
    REQUIRE(apart.size() == 1);
    CHECK(apart[0].entry == 0);
    CHECK(apart[0].other == 1);
    CHECK(apart[0].why(check.ledger).en.find("sihu check settle zb05 B-1") != std::string::npos);
    settle(check, "fail", last_line(check));
    CHECK(answers_apart(check.ledger).empty());
  }

  TEST_CASE("a third settlement that has seen both ends it") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    const std::string seen = last_line(check);
    settle(check, "pass", seen);
    const std::string other = settle(check, "fail", seen);
    CHECK(settlements_apart(check.ledger).size() == 1);
    settle(check, "pass", other);
    CHECK(settlements_apart(check.ledger).empty());
  }
}
