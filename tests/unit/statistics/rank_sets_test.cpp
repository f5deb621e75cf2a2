#include "statistics/rank_sets.hpp"

#include "statistics/two_way.hpp"
#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<RankSet> sets_of(const Node& list) {
  std::vector<RankSet> sets;
  for (const Node& pair : list.items)
    sets.push_back({std::stoi(pair.items[0].text), std::stoi(pair.items[1].text)});
  return sets;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("rank sets are those of the reference") {
    const Node recipe = read_reference("statistics/reference/aggregate/expected_recipe.json");
    const Node& expected = at(recipe, "rank_sets");
    const auto fit = fit_two_way(read_ratings("aggregate/ratings_main.csv"));
    REQUIRE(fit);
    CHECK(rank_sets(fit->level, fit->covariance, fit->df, PairTest::each) ==
          sets_of(at(expected, "pairwise_unadjusted")));
    CHECK(rank_sets(fit->level, fit->covariance, fit->df, PairTest::together) ==
          sets_of(at(expected, "holm")));
  }

  TEST_CASE("a line between overlapping rank sets is unclear") {
    const std::vector<double> level{90, 80, 70};
    CHECK(is_line_unclear(level, {{1, 2}, {1, 2}, {3, 3}}, 1));
    CHECK_FALSE(is_line_unclear(level, {{1, 2}, {1, 2}, {3, 3}}, 2));
    CHECK_FALSE(is_line_unclear(level, {{1, 2}, {1, 2}, {3, 3}}, 3));
  }

  TEST_CASE("without degrees of freedom every rank is possible") {
    const std::vector<RankSet> all(2, RankSet{1, 2});
    CHECK(rank_sets({90, 10}, Matrix(2, 2), 0, PairTest::each) == all);
  }

  TEST_CASE("equal values share the best of their ranks") {
    CHECK(ranks_of({80, 90, 90, 70}) == std::vector<int>{3, 1, 1, 4});
  }
}
