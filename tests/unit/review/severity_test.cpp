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
}
