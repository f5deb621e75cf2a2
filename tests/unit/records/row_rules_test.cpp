#include "records/row_rules.hpp"

#include "support/records.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("records") {
  TEST_CASE("a limit runs from a day, or from a month's last one, to the end of a day") {
    std::vector<int> provisional;
    CHECK(limit_start(Date(2028, 2, 1), true) == Date(2028, 2, 29));
    CHECK(limit_start(Date(2026, 2, 3), false) == Date(2026, 2, 3));
    CHECK_FALSE(limit_start(RecordValue(), true));
    CHECK(limit_end("1m", Date(2026, 1, 31), {}, provisional) == Date(2026, 2, 28));
    CHECK(limit_end("30d", Date(2026, 10, 1), {}, provisional) == Date(2026, 10, 31));
    CHECK(limit_end("now", Date(2026, 10, 1), {}, provisional) == Date(2026, 10, 1));
    CHECK(provisional.empty());
    CHECK(limit_end("3wd", Date(2026, 10, 9), {}, provisional) == Date(2026, 10, 14));
    CHECK(provisional == std::vector<int>{2026});
  }

  TEST_CASE("what comes by the day it is due is in time") {
    const Date due(2026, 10, 31);
    const Date late(2026, 11, 1);
    CHECK(lateness(std::nullopt, &due, due).empty());
    CHECK(lateness(std::nullopt, &late, due).en == "was due on 2026-10-31, came on 2026-11-01");
    CHECK_FALSE(lateness(std::nullopt, nullptr, due).empty());
    CHECK_FALSE(lateness(late, &due, late).empty());
  }

  TEST_CASE("an amount is judged by one rate on the whole, and no base above the last bracket") {
    const BracketRule rule{"base", "paid", {{Rational(3000), Rational(1, 2)}}};
    const Rational base(3000);
    const Rational above(3001);
    CHECK(misfit(rule, &base, 15).empty());
    CHECK(misfit(rule, &base, Rational(15005, 1000)).empty());
    CHECK(misfit(rule, &base, 16).en == "should be 15, is 16");
    CHECK_FALSE(misfit(rule, &above, 15).empty());
    CHECK_FALSE(misfit(rule, nullptr, 15).empty());
  }

  TEST_CASE("a row with a number too few or too many says so, and too many hides no other's lack") {
    const Rational eight(8);
    const Rational ten(10);
    CHECK(share_of(&eight, &ten, true).part == eight);
    CHECK(share_of(&ten, &eight, true).part == eight);
    CHECK(share_of(&ten, &eight, true).amiss.en == "10 is more than 8, counts as 8");
    CHECK(share_of(&ten, &eight, false).part == ten);
    CHECK(share_of(nullptr, &ten, true).whole == ten);
    CHECK(share_of(nullptr, &ten, true).amiss.en == "is empty, counts as 0");
    CHECK(share_of(&ten, nullptr, true).part.is_zero());
    CHECK_FALSE(share_of(&ten, nullptr, true).amiss.empty());
    CHECK(share_of(nullptr, nullptr, true).amiss.empty());
  }

  TEST_CASE("a column that is not there is remembered") {
    const Register meetings = meetings_register();
    RuleColumns columns(meetings);
    CHECK(columns.at("present") == 3);
    CHECK(columns.missing().empty());
    columns.at("sort");
    columns.at("kinds");
    CHECK(columns.missing() == "sort");
    CHECK(rounded_up(Rational(5, 2)) == 3);
    CHECK(rounded_up(Rational(2)) == 2);
  }
}
