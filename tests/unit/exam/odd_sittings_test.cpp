#include "exam/odd_sittings.hpp"

#include "support/papers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Ledger hand_ins(const std::vector<std::string>& people) {
  Ledger ledger;
  ledger.files.push_back({"ledger/2026Q4/hq.k7m2qx.tsv", {}, 0});
  for (const std::string& person : people)
    ledger.entries.push_back({Event{{},
                                    person,
                                    "test.sitting",
                                    "2026Q4/q4/" + person,
                                    {{"branch", "a"}, {"answers", "-"}, {"form", "1"}},
                                    {}},
                              0, 2});
  return ledger;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("who handed in once is not named, who did more often is, with how often and where") {
    const Ledger ledger = hand_ins({"pa", "qa", "pa", "pa"});
    const auto twice = odd_sittings(fold_exams(ledger), ledger);
    REQUIRE(twice.size() == 1);
    CHECK(twice.front().person == "pa");
    CHECK(twice.front().times == 3);
    CHECK(twice.front().entry == 2);
    const Ledger before = hand_ins({"pa", "pa"});
    const auto known = odd_sittings(fold_exams(before), before);
    REQUIRE(known.size() == 1);
    CHECK_FALSE(known.front().is_same_as(twice.front()));
    CHECK(known.front().is_same_as(known.front()));
  }

  TEST_CASE("the words name the paper as it is typed, who, and which one counts") {
    CHECK(odd_sitting_words({Oddity::handed_in_twice, make_up_of(the_paper), "pa", 2}).en ==
          "2026Q4 q4 --make-up: pa handed in 2 times; what comes first in the ledger counts");
    CHECK(odd_sitting_words({Oddity::handed_in_twice, the_paper, "pa", 2}).zh ==
          "2026Q4 q4：pa 交了 2 次卷，以台账里最早的为准");
  }

  TEST_CASE("a clock that went backwards is shown with the line that says so") {
    Ledger ledger = hand_ins({"pa", "qa"});
    ledger.entries[1].event.fields.push_back({"turned", "yes"});
    const auto odd = odd_sittings(fold_exams(ledger), ledger);
    REQUIRE(odd.size() == 1);
    CHECK(odd.front().entry == 1);
    CHECK(name_of(odd.front().oddity) == "clock-turned-back");
    CHECK(odd_sitting_words(odd.front()).en ==
          "2026Q4 q4: the clock of the machine went backwards while qa was at it");
  }
}
