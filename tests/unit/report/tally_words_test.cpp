#include "report/tally_words.hpp"

#include "support/tallies.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string all_words(const Tally& tally, std::optional<RangeBasis> basis = {}) {
  std::string text;
  for (const Phrase& line : tally_words(tally, basis, {})) text += line.en + '\n';
  return text;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("what nobody has is said, with what totals are made of instead") {
    const auto tally = make_tally(fourth, some_rules(), {an_entry("zb01", 90, 60)});
    CHECK(all_words(tally).find("review, learn and test: no branch has a result") == 0);
    CHECK(all_words(tally).find("weights of 60 together") != std::string::npos);
  }

  TEST_CASE("a part on which everybody has the same is said to decide nothing") {
    const auto tally =
        make_tally(fourth, some_rules(), {an_entry("zb01", 98, 50), an_entry("zb05", 98, 70)});
    CHECK(
        all_words(tally).find("check: everybody has 98.00, so its weight of 50 decides nothing") !=
        std::string::npos);
    CHECK(
        all_words(tally).find("rectification: its weight is 16.7% of all, but it decides 100.0%") !=
        std::string::npos);
  }

  TEST_CASE("equal totals that were told apart say by what") {
    auto rules = some_rules();
    rules.tie_breaks = {Component::rectification};
    const std::vector<TallyEntry> equal = {an_entry("zb01", 86, 80), an_entry("zb05", 85, 85),
                                           an_entry("zb07", 50, 50)};
    const auto tally = make_tally(fourth, rules, equal);
    REQUIRE(tally.find("zb01")->shown == tally.find("zb05")->shown);
    CHECK(row_words(tally, *tally.find("zb01")).en == "equal totals, told apart by rectification");
    CHECK(row_words(tally, *tally.find("zb05")).zh == "总分相同，按声明的次序比：整改");
    CHECK(row_words(tally, *tally.find("zb07")).empty());
    const auto shared = make_tally(fourth, some_rules(), equal);
    CHECK(row_words(shared, *shared.find("zb01")).empty());
  }

  TEST_CASE("a check that is not finished is said, and by how much") {
    auto entry = an_entry("zb01", 40, {});
    entry.done = 2;
    entry.provisional = true;
    const auto tally = make_tally(fourth, some_rules(), {entry, an_entry("zb05", 80, 90)});
    CHECK(all_words(tally).find("the check of 1 of the branches is not finished") !=
          std::string::npos);
    CHECK(row_words(tally, *tally.find("zb01")).en ==
          "no problem that fell due; provisional: check 40% done (2/5)");
    CHECK(row_words(tally, *tally.find("zb05")).empty());
  }

  TEST_CASE("who inspects for itself and has not begun is named") {
    auto entry = an_entry("zb01", 40, 90);
    entry.inspections = 2;
    entry.inspections_done = 1;
    const auto words = [&] {
      const auto tally = make_tally(fourth, some_rules(), {entry, an_entry("zb05", 80, 90)});
      return row_words(tally, *tally.find("zb01"));
    };
    CHECK(words().en == "1 of 2 inspections done");
    entry.not_begun = {"zb03", "zb07 dues"};
    CHECK(words().en == "1 of 2 inspections done, not begun: zb03, zb07 dues");
    CHECK(words().zh == "2 次各自的检查做完 1 次，未开始：zb03, zb07 dues");
    entry.inspections_done = 2;
    CHECK(words().empty());
  }

  TEST_CASE("why there is no rank") {
    auto vetoed = an_entry("zb01", 99, 90);
    vetoed.vetoes = {"dues/V-1", "dues/V-2"};
    const auto tally = make_tally(
        fourth, some_rules(),
        {vetoed, an_entry("zb05", {}, 90), an_entry("zb07", {}, {}), an_entry("zb09", 50, 50)});
    CHECK(row_words(tally, *tally.find("zb01")).en == "vetoed by dues/V-1, dues/V-2: no rank");
    CHECK(row_words(tally, *tally.find("zb05")).en ==
          "only 16.7% of the weights apply (80% are needed): no rank; no result of check");
    CHECK(row_words(tally, *tally.find("zb07")).en.starts_with("nothing to score: no rank"));
  }

  TEST_CASE("what the ranges mean, and who may be first just as well") {
    auto tally =
        make_tally(fourth, some_rules(), {an_entry("zb01", 90, {}), an_entry("zb05", 89, {})});
    for (TallyRow& row : tally.rows) row.range = RankSet{1, 2};
    const std::string words = all_words(tally, RangeBasis::items);
    CHECK(words.find("nine times in ten all branches are in theirs at once") != std::string::npos);
    CHECK(words.find("499 draws of each branch's own items") != std::string::npos);
    CHECK(words.find("who is first can't be told: zb01 and zb05 may be") != std::string::npos);
    tally.rows[1].range = RankSet{2, 2};
    CHECK(all_words(tally, RangeBasis::items).find("can't be told") == std::string::npos);
  }
}
