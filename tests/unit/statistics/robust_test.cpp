#include "statistics/robust.hpp"

#include "statistics/rank_sets.hpp"
#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<int> whole_numbers(const Node& list) {
  std::vector<int> values;
  for (const Node& item : list.items) values.push_back(std::stoi(item.text));
  return values;
}

void check_robust(const Ratings& ratings, const Node& expected) {
  const auto robust = fit_robust(ratings);
  REQUIRE(robust);
  CHECK(are_near(robust->fit.level, numbers(at(expected, "adjusted")), 1e-5));
  CHECK(are_near(robust->fit.leniency, numbers(at(expected, "rater_blup")), 1e-5));
  CHECK(are_near(robust->factors, numbers(at(expected, "weights")), 1e-5));
  CHECK(is_near(robust->scale, number(at(expected, "scale")), 1e-5));
  CHECK(is_near(robust->fit.inspector_variance, number(at(expected, "var_rater")), 1e-5));
  CHECK(is_near(robust->fit.residual_variance, number(at(expected, "var_resid")), 1e-5));
  CHECK(ranks_of(robust->fit.level) == whole_numbers(at(expected, "rank")));
  const auto outlying = robust->outlying();
  const auto& listed = at(expected, "outlying_marks").items;
  REQUIRE(outlying.size() == listed.size());
  for (std::size_t i = 0; i < listed.size(); ++i) {
    const Rating& rating = ratings.all[outlying[i]];
    CHECK(rating.inspector == number_of(listed[i].items[1].text, ratings.branches));
    CHECK(rating.branch == number_of(listed[i].items[2].text, ratings.branches));
  }
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("curbed ratings give the estimates of the reference") {
    const Node recipe = read_reference("statistics/reference/aggregate/expected_recipe.json");
    check_robust(read_ratings("aggregate/ratings_main.csv"), at(recipe, "huber"));
  }

  TEST_CASE("one rating of fifteen points too many no longer decides a place") {
    const Node recipe = read_reference("statistics/reference/aggregate/expected_recipe.json");
    const Node& expected = at(recipe, "huber_row7_plus15");
    Ratings ratings = read_ratings("aggregate/ratings_main.csv");
    ratings.all[7].score += 15;
    check_robust(ratings, expected);
    CHECK(ranks_of(fit_mixed(ratings)->level) == whole_numbers(at(expected, "plain_mixed_rank")));
  }

  TEST_CASE("where everything fits exactly nothing is curbed") {
    const Ratings ratings{
        2, 2, {{0, 0, 80, 1, 0}, {1, 0, 80, 1, 0}, {0, 1, 70, 1, 0}, {1, 1, 70, 1, 0}}};
    const auto robust = fit_robust(ratings);
    REQUIRE(robust);
    CHECK(robust->outlying().empty());
    CHECK(robust->factors == std::vector<double>(4, 1.0));
    CHECK_FALSE(fit_robust({}));
  }

  TEST_CASE("whoever asks to stop gets nothing") {
    const Ratings ratings{2, 2, {{0, 0, 60, 1, 0}, {0, 1, 71, 1, 0}, {1, 0, 62, 1, 0}}};
    CHECK(fit_robust(ratings));
    CHECK_FALSE(fit_robust(ratings, {}, [] { return true; }));
  }
}
