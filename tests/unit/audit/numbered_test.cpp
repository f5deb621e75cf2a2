#include "audit/numbered.hpp"

#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("audit") {
  TEST_CASE("numbers follow the order of the names, and know who is missing") {
    const Numbers numbers({"zb05", "zb01", "zb05"});
    CHECK(numbers.count() == 2);
    CHECK(numbers.of("zb05") == 1);
    CHECK(numbers.name(0) == "zb01");
    CHECK_FALSE(numbers.find("zb03").has_value());
    CHECK_FALSE(numbers.find("zb09").has_value());
  }

  TEST_CASE("visits become ratings and sheets, in their order") {
    std::vector<AuditVisit> visits{a_visit("2026Q3", "zb05", "p2", "01-"),
                                   a_visit("2026Q4", "zb01", "p1", "-0P", 10)};
    visits[0].score = 80;
    visits[1].score = 90;
    visits[0].home = "zb01";
    const RatedVisits rated = rate_visits(pointers(visits));
    REQUIRE(rated.ratings.all.size() == 2);
    CHECK(rated.ratings.all[0].inspector == 1);
    CHECK(rated.ratings.all[0].branch == 1);
    CHECK(rated.ratings.all[0].score == 80);
    CHECK(rated.ratings.all[0].visit < rated.ratings.all[1].visit);
    // p1 is of no branch; p2 is of zb01, which somebody rated
    CHECK(rated.homes() == HomeBranches{std::nullopt, 0});

    const SheetVisits sheets = sheet_visits(pointers(visits));
    CHECK(sheets.items.count() == 3);
    CHECK(sheets.sheets[0].items == seen("01-"));
    CHECK(sheets.sheets[1].items == seen("-0P"));
    CHECK(sheets.places.name(sheets.sheets[1].branch) == "zb01/basics");
  }

  TEST_CASE("a check begins with its first line") {
    Question question;
    add_beginning(question, a_visit("2026Q4", "zb01", "p1", "00", 7));
    CHECK(question.items == std::vector<std::string>{"26Q4/zb01/basics"});
    CHECK(question.entries == std::vector<std::size_t>{7});
  }
}
