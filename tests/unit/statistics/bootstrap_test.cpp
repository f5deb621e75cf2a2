#include "statistics/bootstrap.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("the bootstrap draws what the reference drew") {
    const Node recipe = read_reference("statistics/reference/aggregate/expected_recipe.json");
    const Node& expected = at(recipe, "bootstrap");
    const Ratings ratings = read_ratings("aggregate/ratings_main.csv");
    const BootstrapPlan plan{499, 42, 3};
    CHECK(are_near(bootstrap_levels(ratings, {1, 42, 3}).at(0),
                   numbers(at(expected, "first_replicate")), 1e-8));
    std::vector<double> rank_low, rank_high, low, high, top;
    for (const BootstrapRange& range : bootstrap(ratings, plan)) {
      rank_low.push_back(range.rank_low);
      rank_high.push_back(range.rank_high);
      low.push_back(range.level_low);
      high.push_back(range.level_high);
      top.push_back(range.top);
    }
    CHECK(rank_low == numbers(at(expected, "rank_p05")));
    CHECK(rank_high == numbers(at(expected, "rank_p95")));
    CHECK(are_near(low, numbers(at(expected, "score_p05")), 1e-8));
    CHECK(are_near(high, numbers(at(expected, "score_p95")), 1e-8));
    CHECK(are_near(top, numbers(at(expected, "prob_top3")), 1e-12));
  }

  TEST_CASE("the order of the ratings changes no draw") {
    Ratings ratings = read_ratings("aggregate/ratings_main.csv");
    const auto before = bootstrap_levels(ratings, {5, 7, 3});
    std::ranges::reverse(ratings.all);
    const auto after = bootstrap_levels(ratings, {5, 7, 3});
    REQUIRE(before.size() == 5);
    for (std::size_t draw = 0; draw < 5; ++draw) CHECK(are_near(after[draw], before[draw], 1e-12));
  }

  TEST_CASE("nothing is drawn where there is nothing to draw from") {
    CHECK(bootstrap(read_ratings("aggregate/ratings_disconnected.csv"), {}).empty());
    CHECK(bootstrap({1, 1, {{0, 0, 80, 1, 0}}}, {}).empty());
  }
}
