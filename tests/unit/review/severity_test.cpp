#include "review/severity.hpp"

#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("review") {
  // Worth 60, 70, 80 of a, b and c; y is lenient by 10, and does not review the best.
  TEST_CASE("a lenient reviewer lifts nobody") {
    const std::vector<OpenedSheet> sheets{
        opened("v", "a", 60), opened("v", "b", 70), opened("v", "c", 80), opened("w", "a", 61),
        opened("w", "b", 69), opened("w", "c", 81), opened("y", "a", 71), opened("y", "b", 80)};
    const CorrectedReview corrected = correct_review(sheets);
    REQUIRE(corrected.branches.size() == 3);
    CHECK(corrected.df == 5);
    const double a = corrected.branches.at("a").value.approximately();
    const double c = corrected.branches.at("c").value.approximately();
    // By means c is 80.5 - 64 = 16.5 better.
    CHECK(c - a > 18);
    CHECK(corrected.branches.at("a").error > 0);
  }

  // Four give everybody full marks; the fifth tells them apart, and would pass for a mistake.
  TEST_CASE("where nearly all give the same, whoever differs is not taken for a mistake") {
    std::vector<OpenedSheet> sheets;
    for (const char* kind : {"s", "t", "u", "v"})
      for (const char* branch : {"a", "b", "c", "d"}) sheets.push_back(opened(kind, branch, 100));
    for (const auto& [branch, total] : {std::pair("a", 90), {"b", 70}, {"c", 80}, {"d", 60}})
      sheets.push_back(opened("w", branch, total));
    sheets.front().total = Rational(60);
    const CorrectedReview corrected = correct_review(sheets);
    CHECK(corrected.uncurbed);
    const double b = corrected.branches.at("b").value.approximately();
    CHECK(b < 99);
    CHECK(corrected.branches.at("c").value.approximately() > b);
    CHECK(corrected.branches.at("b").error > 1);
  }

  TEST_CASE("one sheet a branch tells nobody's leniency") {
    CHECK(correct_review({opened("v", "a", 60), opened("w", "b", 70)}).branches.empty());
    CHECK(correct_review({}).branches.empty());
  }

  TEST_CASE("branches that share no reviewer are groups apart") {
    const auto groups =
        compared_branches({opened("v", "a", 60), opened("v", "b", 70), opened("w", "c", 80)});
    REQUIRE(groups.size() == 2);
    CHECK(groups[0] == std::vector<std::string>{"a", "b"});
    CHECK(groups[1] == std::vector<std::string>{"c"});
  }

  TEST_CASE("which branches share reviewers is known without opening a sheet") {
    const auto state = fold_review(one_file_ledger({sheet_event(sheet_key("a", "pc"), "box"),
                                                    sheet_event(sheet_key("b", "pc"), "box"),
                                                    sheet_event(sheet_key("c", "pa"), "box")}),
                                   reviewed_quarter);
    CHECK(compared_branches(state) == std::vector<std::vector<std::string>>{{"a", "b"}, {"c"}});
  }
}
