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

// pa began once and once more, as in a copied folder; then both hand in.
Ledger begun_apart(const std::vector<std::string>& checks) {
  Ledger ledger = hand_ins({"pa", "qa"});
  std::int64_t at = 1797724800000;
  std::vector<Entry> starts;
  for (const std::string& check : checks)
    starts.push_back({Event{Instant{at += 3600000},
                            "pa",
                            "test.start",
                            "2026Q4/q4/pa",
                            {{"branch", "a"}, {"form", "1"}},
                            check},
                      0, 2});
  ledger.entries.insert(ledger.entries.begin(), starts.begin(), starts.end());
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
    CHECK(odd_sitting_words({Oddity::handed_in_twice, make_up_of(the_paper), "pa", 2}, Zone{}).en ==
          "2026Q4 q4 --make-up: pa handed in 2 times; what comes first in the ledger counts");
    CHECK(odd_sitting_words({Oddity::handed_in_twice, the_paper, "pa", 2}, Zone{}).zh ==
          "2026Q4 q4：pa 交了 2 次卷，以台账里最早的为准");
  }

  TEST_CASE("a clock that went backwards is shown with the line that says so") {
    Ledger ledger = hand_ins({"pa", "qa"});
    ledger.entries[1].event.fields.push_back({"turned", "yes"});
    const auto odd = odd_sittings(fold_exams(ledger), ledger);
    REQUIRE(odd.size() == 1);
    CHECK(odd.front().entry == 1);
    CHECK(name_of(odd.front().oddity) == "clock-turned-back");
    CHECK(odd_sitting_words(odd.front(), Zone{}).en ==
          "2026Q4 q4: the clock of the machine went backwards while qa was at it");
  }

  TEST_CASE("who began in two copies is named, with when at first, whatever was handed in where") {
    const Ledger ledger = begun_apart({"aaaa", "bbbb"});
    const auto odd = odd_sittings(fold_exams(ledger), ledger);
    REQUIRE(odd.size() == 1);
    CHECK(name_of(odd.front().oddity) == "begun-twice");
    CHECK(odd.front().times == 2);
    CHECK(odd.front().entry == 1);
    const Phrase words = odd_sitting_words(odd.front(), Zone{});
    CHECK(words.en.find("2026Q4 q4: pa began 2 times, first at 2026-12-20 09:00") == 0);
    CHECK(words.zh.find("pa 开始了 2 次，最早在 2026-12-20 09:00") != std::string::npos);
  }

  TEST_CASE("one beginning that two files hold is one") {
    for (const Ledger& ledger : {begun_apart({"aaaa"}), begun_apart({"aaaa", "aaaa"})})
      CHECK(odd_sittings(fold_exams(ledger), ledger).empty());
    const Ledger thrice = begun_apart({"aaaa", "bbbb", "bbbb", "cccc"});
    REQUIRE(odd_sittings(fold_exams(thrice)).size() == 1);
    CHECK(odd_sittings(fold_exams(thrice)).front().times == 3);
  }

  TEST_CASE("a clock that went backwards before the second hand-in is shown, with that line") {
    Ledger ledger = hand_ins({"pa", "pa", "qa"});
    ledger.entries[1].event.fields.push_back({"turned", "yes"});
    const auto odd = odd_sittings(fold_exams(ledger), ledger);
    REQUIRE(odd.size() == 2);
    CHECK(name_of(odd[0].oddity) == "handed-in-twice");
    CHECK(name_of(odd[1].oddity) == "clock-turned-back");
    CHECK(odd[1].entry == 1);
  }
}
