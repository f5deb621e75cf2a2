#include "statistics/two_way.hpp"

#include "statistics/connectivity.hpp"
#include "statistics/rank_sets.hpp"
#include "statistics/summary.hpp"
#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

constexpr const char* folder = "statistics/reference/aggregate/";

void check_fit(const Ratings& ratings, const Node& expected) {
  const auto fit = fit_two_way(ratings);
  REQUIRE(fit);
  CHECK(are_near(fit->level, numbers(at(expected, "adjusted")), 1e-9));
  CHECK(are_near(fit->leniency, numbers(at(expected, "leniency")), 1e-9));
  CHECK(is_near(fit->sigma, number(at(expected, "sigma")), 1e-9));
  CHECK(is_near(fit->rss, number(at(expected, "rss")), 1e-9));
  CHECK(fit->df == std::stoi(at(expected, "df").text));
  const auto errors = numbers(at(expected, "se"));
  const auto& covariance = at(expected, "covariance").items;
  for (std::size_t i = 0; i < ratings.branches; ++i) {
    CHECK(is_near(fit->level_error(i), errors[i], 1e-9));
    std::vector<double> row;
    for (std::size_t h = 0; h < ratings.branches; ++h) row.push_back(fit->covariance(i, h));
    CHECK(are_near(row, numbers(covariance[i]), 1e-9));
  }
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("least squares give the levels and errors of the reference") {
    const Node main = read_reference(std::string(folder) + "expected_main.json");
    check_fit(read_ratings("aggregate/ratings_main.csv"), at(main, "twoway_ls"));
    check_fit(read_ratings("aggregate/ratings_main.csv", true), at(main, "twoway_ls_weighted"));
    const Node cycle = read_reference(std::string(folder) + "expected_cycle.json");
    check_fit(read_ratings("aggregate/ratings_cycle.csv"), at(cycle, "twoway_ls"));
  }

  TEST_CASE("where visits leave two groups, each has its own fit and both together none") {
    const Ratings ratings = read_ratings("aggregate/ratings_disconnected.csv");
    CHECK_FALSE(fit_two_way(ratings));
    const Node expected = read_reference(std::string(folder) + "expected_disconnected.json");
    const auto groups = rating_groups(ratings);
    REQUIRE(groups.size() == 2);
    check_fit(ratings_within(ratings, groups[0]), at(expected, "twoway_ls_component1"));
    check_fit(ratings_within(ratings, groups[1]), at(expected, "twoway_ls_component2"));
  }

  TEST_CASE("leniencies have the errors of the reference, and together its F") {
    const Node recipe = read_reference(std::string(folder) + "expected_recipe.json");
    const Ratings ratings = read_ratings("aggregate/ratings_main.csv");
    const auto fit = fit_two_way(ratings);
    REQUIRE(fit);
    CHECK(are_near(fit->leniency_error, numbers(at(recipe, "leniency_se")), 1e-8));
    const auto test = test_leniency(ratings, *fit);
    REQUIRE(test);
    const Node& expected = at(recipe, "leniency_F");
    CHECK(is_near(test->f, number(at(expected, "F")), 1e-8));
    CHECK(test->df1 == 10);
    CHECK(test->df2 == 24);
    CHECK(test->p == doctest::Approx(number(at(expected, "p"))).epsilon(1e-8));
  }

  TEST_CASE("ten points more from one inspector move no branch against another, but the means") {
    Ratings ratings = read_ratings("aggregate/ratings_main.csv");
    const auto before = fit_two_way(ratings)->level;
    for (Rating& rating : ratings.all)
      if (rating.inspector == 2) rating.score += 10;
    const auto after = fit_two_way(ratings)->level;
    for (std::size_t i = 1; i < before.size(); ++i)
      CHECK(is_near(after[i] - after[0], before[i] - before[0], 1e-12));
    std::vector<std::vector<double>> scores(ratings.branches);
    for (const Rating& rating : ratings.all) scores[rating.branch].push_back(rating.score);
    std::vector<double> means;
    for (const auto& own : scores) means.push_back(mean_of(own));
    CHECK(ranks_of(means) == std::vector<int>{6, 3, 9, 2, 5, 4, 10, 1, 7, 8});
  }

  TEST_CASE("other scores of the same visits give the same levels, quickly or anew") {
    Ratings ratings = read_ratings("aggregate/ratings_main.csv", true);
    const auto refit = TwoWayRefit::of(ratings);
    REQUIRE(refit);
    CHECK(refit->levels(ratings) == fit_two_way(ratings)->level);
    for (std::size_t r = 0; r < ratings.all.size(); ++r)
      ratings.all[r].score += static_cast<double>(r * r % 7) / 3;
    CHECK(refit->levels(ratings) == fit_two_way(ratings)->level);
    CHECK_FALSE(TwoWayRefit::of({}));
    CHECK_FALSE(TwoWayRefit::of({2, 2, {{0, 0, 80, 1, 0}, {1, 1, 90, 1, 0}}}));
  }

  TEST_CASE("without degrees of freedom levels are told, but not how good they are") {
    const Ratings ratings{2, 1, {{0, 0, 80, 1, 0}, {0, 1, 90, 1, 0}}};
    const auto fit = fit_two_way(ratings);
    REQUIRE(fit);
    CHECK(are_near(fit->level, {80, 90}, 1e-12));
    CHECK(fit->df == 0);
    CHECK(fit->sigma == 0);
    CHECK_FALSE(has_enough_df(*fit));
    CHECK_FALSE(test_leniency(ratings, *fit));
    CHECK_FALSE(fit_two_way({}));
  }

  TEST_CASE("a long cycle is tied together but leaves too little to correct by") {
    CHECK_FALSE(has_enough_df(*fit_two_way(read_ratings("aggregate/ratings_cycle.csv"))));
    CHECK(has_enough_df(*fit_two_way(read_ratings("aggregate/ratings_main.csv"))));
    TwoWayFit fit;
    fit.level.resize(2);
    fit.df = 4;
    CHECK_FALSE(has_enough_df(fit));
    fit.df = 5;
    CHECK(has_enough_df(fit));
    fit.level.resize(11);
    CHECK_FALSE(has_enough_df(fit));
  }
}
