#include "audit/followed.hpp"

#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("audit") {
  TEST_CASE("passed by one and found as old by the next is missed") {
    const std::vector<AuditVisit> visits{a_visit("2026Q3", "zb05", "p1", "00010"),
                                         a_visit("2026Q4", "zb05", "p2", "P1?P0", 10)};
    const auto followed = followed_visits(pointers(visits));
    REQUIRE(followed.size() == 1);
    CHECK(followed[0].next == last_quarter);
    REQUIRE(followed[0].missed.size() == 1);  // what p1 found itself was not missed
    CHECK(followed[0].missed[0].passed->id == "basics/A-0");
    CHECK(followed[0].found == 1);
    CHECK(followed[0].faults() == 2);
    CHECK(followed[0].undated == 1);
    Question question;
    add_missed(question, followed[0]);
    CHECK(question.items == std::vector<std::string>{"26Q3/zb05/basics/A-0"});
    CHECK(question.entries == std::vector<std::size_t>{0, 10});
  }

  TEST_CASE("the same person again, another place or the same quarter tells nothing") {
    const std::vector<AuditVisit> visits{
        a_visit("2026Q3", "zb05", "p1", "0"), a_visit("2026Q3", "zb05", "p2", "P"),
        a_visit("2026Q4", "zb05", "p1", "P"), a_visit("2026Q4", "zb09", "p2", "P")};
    const auto followed = followed_visits(pointers(visits));
    REQUIRE(followed.size() == 1);
    CHECK(followed[0].visit->inspector == "p2");
    CHECK(followed[0].missed.empty());
  }

  TEST_CASE("of several who came next, one who knows that it was there is enough") {
    const std::vector<AuditVisit> visits{a_visit("2026Q2", "zb05", "p1", "00"),
                                         a_visit("2026Q4", "zb05", "p2", "?1"),
                                         a_visit("2026Q4", "zb05", "p3", "P0")};
    const auto followed = followed_visits(pointers(visits));
    REQUIRE(followed.size() == 1);
    CHECK(followed[0].missed.size() == 1);
    CHECK(followed[0].undated == 0);
  }
}
