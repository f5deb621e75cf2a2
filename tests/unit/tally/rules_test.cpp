#include "tally/rules.hpp"

#include "support/tallies.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("tally") {
  TEST_CASE("the rules are those of sihu.yaml") {
    const auto organisation = load_organisation(
        "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n"
        "quarter: {weights: {check: 70.5, test: 29.5}, ties: last, rounding: half-even, "
        "tie-breaks: [test, check]}\n",
        "sihu.yaml");
    REQUIRE(organisation);
    CHECK(to_string(tally_rules(*organisation)) ==
          "check=70.5 review=0 learn=0 test=29.5 rectification=0 ties=last rounding=half-even "
          "tie-breaks=test,check");
  }

  TEST_CASE("rules as one line come back as they were") {
    TallyRules rules = some_rules();
    CHECK(parse_tally_rules(to_string(rules)) == rules);
    rules.numbers = TieNumbers::dense;
    rules.halves = Halves::even;
    rules.tie_breaks = {Component::rectification, Component::check};
    CHECK(parse_tally_rules(to_string(rules)) == rules);
  }

  TEST_CASE("a line that is none is not read") {
    const std::string good = to_string(some_rules());
    const std::vector<std::string> bad_lines{
        "",
        good + " ",
        good + " more=1",
        good.substr(6),
        good + "chek",
        "review=15 check=50 learn=10 test=15 rectification=10 ties=standard rounding=half-up "
        "tie-breaks=",
        "check=-5 review=15 learn=10 test=15 rectification=10 ties=standard rounding=half-up "
        "tie-breaks="};
    for (const std::string& bad : bad_lines) CHECK_FALSE(parse_tally_rules(bad));
  }
}
