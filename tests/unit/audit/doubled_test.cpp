#include "audit/doubled.hpp"

#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("audit") {
  TEST_CASE("two people at one place tell how much one of them finds") {
    const std::vector<AuditVisit> visits{
        a_visit("2026Q4", "zb01", "p1", "1111000-1"), a_visit("2026Q4", "zb01", "p2", "110010011"),
        a_visit("2026Q4", "zb01", "p3", "111111111"), a_visit("2026Q4", "zb02", "p2", "111111111"),
        a_visit("2026Q3", "zb02", "p1", "111111111")};
    const DoubledChecks doubled = count_doubled(pointers(visits));
    CHECK(doubled.checks == 1);  // not in different quarters
    CHECK(doubled.findings.first == 5);
    CHECK(doubled.findings.second == 4);  // not what p1 was not asked
    CHECK(doubled.findings.both == 3);
    // (5 + 1) (4 + 1) / (3 + 1) - 1, and 2 × 3 of 5 + 4
    CHECK(doubled_words(doubled).en ==
          "places that two people saw in the same quarter: 1; they make one expect 7 faults there, "
          "of "
          "which one person finds about 67 %");
    CHECK(doubled_words({}).empty());
  }

  TEST_CASE("what one branch passed and another, which inspected for itself, found is missed") {
    std::vector<AuditVisit> visits{
        a_visit("2026Q4", "zb01", "p1", "1100-"), a_visit("2026Q4", "zb01", "p2", "1011P"),
        a_visit("2026Q4", "zb01", "p3", "11111"), a_visit("2026Q3", "zb01", "p4", "11111")};
    CHECK(visits_beside(pointers(visits)).empty());  // together
    visits[0].check.by = "zb02";
    visits[1].check.by = "zb03";
    visits[2].check.by = "zb02";  // of the same team as the first: no other look
    visits[3].check.by = "zb04";
    auto held = visits_beside(pointers(visits));
    REQUIRE(held.size() == 3);
    CHECK(held[0].missed.size() == 2);
    CHECK(held[0].found == 2);
    CHECK(held[0].missed[0].passed->id == "basics/A-2");
    CHECK(held[0].missed[0].finder == &visits[1]);
    CHECK(held[1].missed.size() == 1);
    visits[0].items[2].mended = true;  // passed once it had been put right
    held = visits_beside(pointers(visits));
    CHECK(held[0].missed.size() == 1);
  }
}
