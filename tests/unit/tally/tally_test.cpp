#include "tally/tally.hpp"

#include "support/tallies.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

const auto nothing = std::optional<Rational>();

const ComponentLine& line_of(const Tally& tally, Component component) {
  return *std::ranges::find(tally.components, component, &ComponentLine::component);
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("parts that nobody has leave the weights, and no total is lower for it") {
    const auto tally =
        make_tally(fourth, some_rules(), {an_entry("zb01", 90, 60), an_entry("zb05", 84, 90)});
    // (50 × 90 + 10 × 60) / 60, (50 × 84 + 10 × 90) / 60
    CHECK(ranking(tally) == "1 zb01 85.00, 1 zb05 85.00");
    CHECK(line_of(tally, Component::review).is_absent());
    CHECK(line_of(tally, Component::check).nominal == Rational(5, 6));
  }

  TEST_CASE("what does not apply is no 0, and too little of the weights is no rank") {
    const auto tally =
        make_tally(fourth, some_rules(),
                   {an_entry("zb01", 90, 60), an_entry("zb05", 84, nothing),
                    an_entry("zb07", nothing, 100), an_entry("zb09", nothing, nothing)});
    CHECK(ranking(tally) == "1 zb01 85.00, 2 zb05 84.00, - zb07, - zb09");
    CHECK(tally.find("zb07")->why == Unranked::little_coverage);
    CHECK(tally.find("zb07")->coverage == Rational(1, 6));
    CHECK_FALSE(tally.find("zb07")->total);
    CHECK(tally.find("zb09")->why == Unranked::no_score);
    CHECK(tally.find("zb04") == nullptr);
  }

  TEST_CASE("ranks go by what is published, and equals share them by the rule") {
    TallyRules rules = some_rules();
    const std::vector<TallyEntry> entries{an_entry("zb01", Rational(90004, 1000), nothing),
                                          an_entry("zb05", Rational(8999, 100), nothing),
                                          an_entry("zb07", 90, nothing),
                                          an_entry("zb09", Rational(89995, 1000), nothing)};
    CHECK(ranking(make_tally(fourth, rules, entries)) ==
          "1 zb01 90.00, 1 zb07 90.00, 1 zb09 90.00, 4 zb05 89.99");
    rules.numbers = TieNumbers::dense;
    CHECK(ranking(make_tally(fourth, rules, entries)) ==
          "1 zb01 90.00, 1 zb07 90.00, 1 zb09 90.00, 2 zb05 89.99");
    rules.numbers = TieNumbers::last;
    rules.halves = Halves::even;
    CHECK(ranking(make_tally(fourth, rules, entries)) ==
          "3 zb01 90.00, 3 zb07 90.00, 3 zb09 90.00, 4 zb05 89.99");
  }

  TEST_CASE("a check of half of what is asked ranks nobody, as good as it is") {
    auto half = an_entry("zb01", 99, 99);
    half.inspected = Rational(1, 2);
    const auto tally = make_tally(fourth, some_rules(), {half, an_entry("zb05", 85, 85)});
    CHECK(ranking(tally) == "1 zb05 85.00, - zb01");
    CHECK(tally.find("zb01")->why == Unranked::little_coverage);
    CHECK_FALSE(tally.find("zb01")->total);
  }

  TEST_CASE("a tie is broken by the parts that were declared, one that somebody lacks by no one") {
    TallyRules rules = some_rules();
    rules.tie_breaks = {Component::rectification};
    std::vector<TallyEntry> entries{an_entry("zb01", 86, 80), an_entry("zb05", 85, 85),
                                    an_entry("zb07", 85, nothing)};
    CHECK(ranking(make_tally(fourth, rules, entries)) ==
          "1 zb01 85.00, 1 zb05 85.00, 1 zb07 85.00");
    entries.pop_back();
    CHECK(ranking(make_tally(fourth, rules, entries)) == "1 zb05 85.00, 2 zb01 85.00");
    entries.push_back(an_entry("zb07", 85, nothing));
    rules.tie_breaks.clear();
    CHECK(ranking(make_tally(fourth, rules, entries)) ==
          "1 zb01 85.00, 1 zb05 85.00, 1 zb07 85.00");
  }

  TEST_CASE("a veto takes the rank and leaves the total, the others close up") {
    auto vetoed = an_entry("zb01", 99, 99);
    vetoed.vetoes = {"dues/V-1"};
    const auto tally = make_tally(fourth, some_rules(),
                                  {vetoed, an_entry("zb05", 85, 85), an_entry("zb07", 80, 80)});
    CHECK(ranking(tally) == "1 zb05 85.00, 2 zb07 80.00, - zb01 99.00");
    CHECK(tally.find("zb01")->why == Unranked::vetoed);
    CHECK_FALSE(is_incomplete(tally));
  }

  TEST_CASE("a part on which all are equal decides nothing, whatever it weighs") {
    const auto tally =
        make_tally(fourth, some_rules(),
                   {an_entry("zb01", 98, 50), an_entry("zb05", 98, 70), an_entry("zb07", 98, 90)});
    CHECK(line_of(tally, Component::check).is_flat());
    CHECK(line_of(tally, Component::check).effective == Rational(0));
    CHECK(line_of(tally, Component::rectification).effective == Rational(1));
    CHECK(tally.compared == 3);
  }

  TEST_CASE("only who has all parts says what the parts decide") {
    const auto tally =
        make_tally(fourth, some_rules(), {an_entry("zb01", 90, 50), an_entry("zb05", 80, nothing)});
    CHECK(tally.compared == 1);
    CHECK_FALSE(line_of(tally, Component::check).effective);
  }

  TEST_CASE("errors of parts make the total's by their weights") {
    auto entry = an_entry("zb01", 90, 50);
    entry.errors[Component::check] = 6;
    entry.errors[Component::rectification] = 0;
    const auto tally = make_tally(fourth, some_rules(), {entry});
    CHECK(tally.rows[0].error == doctest::Approx(5));
  }

  TEST_CASE("the quarter before stands beside, where it had a total") {
    auto tally =
        make_tally(fourth, some_rules(), {an_entry("zb01", 90, 90), an_entry("zb05", 80, 80)});
    add_earlier(tally, make_tally(Quarter{2026, 3}, some_rules(),
                                  {an_entry("zb01", nothing, 90), an_entry("zb05", 70, 70)}));
    CHECK_FALSE(tally.find("zb01")->earlier);
    REQUIRE(tally.find("zb05")->earlier);
    CHECK(tally.find("zb05")->earlier->total == Rational(70));
    CHECK(tally.find("zb05")->earlier->rank == 1);
  }

  TEST_CASE("a provisional score or a branch without a rank keeps the ranking from being final") {
    auto entry = an_entry("zb01", 90, 90);
    CHECK_FALSE(is_incomplete(make_tally(fourth, some_rules(), {entry})));
    CHECK(is_incomplete(make_tally(fourth, some_rules(), {entry, an_entry("zb05", nothing, 80)})));
    entry.provisional = true;
    CHECK(is_incomplete(make_tally(fourth, some_rules(), {entry})));
  }
}
