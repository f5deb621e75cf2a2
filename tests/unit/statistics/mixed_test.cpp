#include "statistics/mixed.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

constexpr const char* folder = "statistics/reference/aggregate/";

void check_fit(const Ratings& ratings, const Node& expected) {
  const auto fit = fit_mixed(ratings);
  REQUIRE(fit);
  CHECK(are_near(fit->level, numbers(at(expected, "adjusted")), 1e-6));
  CHECK(are_near(fit->leniency, numbers(at(expected, "rater_blup")), 1e-6));
  CHECK(fit->inspector_variance ==
        doctest::Approx(number(at(expected, "var_rater"))).epsilon(1e-5));
  CHECK(fit->residual_variance == doctest::Approx(number(at(expected, "var_resid"))).epsilon(1e-5));
  CHECK(is_near(fit->criterion, number(at(expected, "reml_criterion")), 1e-11));
  const auto errors = numbers(at(expected, "se"));
  for (std::size_t i = 0; i < errors.size(); ++i)
    CHECK(is_near(fit->level_error(i), errors[i], 1e-5));
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("the mixed model gives the estimates of the reference") {
    const Node main = read_reference(std::string(folder) + "expected_main.json");
    check_fit(read_ratings("aggregate/ratings_main.csv"), at(main, "mixed_ratee_fixed"));
    check_fit(read_ratings("aggregate/ratings_main.csv", true),
              at(main, "mixed_ratee_fixed_weighted"));
    for (const std::string name : {"cycle", "disconnected"}) {
      const Node expected = read_reference(folder + ("expected_" + name) + ".json");
      check_fit(read_ratings("aggregate/ratings_" + name + ".csv"),
                at(expected, "mixed_ratee_fixed"));
    }
  }

  TEST_CASE("with a given ratio it is ridge regression") {
    const Node recipe = read_reference(std::string(folder) + "expected_recipe.json");
    const Ratings ratings = read_ratings("aggregate/ratings_main.csv");
    for (const char* lambda : {"0.5", "2.0"}) {
      const Node& expected = at(at(recipe, "ridge"), lambda);
      const auto fit = fit_mixed(ratings, 1 / std::stod(lambda));
      REQUIRE(fit);
      CHECK(are_near(fit->level, numbers(at(expected, "adjusted")), 1e-8));
      CHECK(are_near(fit->leniency, numbers(at(expected, "leniency")), 1e-8));
    }
  }

  TEST_CASE("inspectors who do not differ are not corrected") {
    const Ratings ratings{
        2, 2, {{0, 0, 80, 1, 0}, {1, 0, 90, 1, 0}, {0, 1, 70, 1, 0}, {1, 1, 60, 1, 0}}};
    const auto fit = fit_mixed(ratings);
    REQUIRE(fit);
    CHECK(fit->ratio == 0);
    CHECK(are_near(fit->level, {85, 65}, 1e-12));
    CHECK(are_near(fit->leniency, {0, 0}, 1e-12));
  }

  TEST_CASE("scores that are told exactly give exact levels") {
    const Ratings alike{
        2, 2, {{0, 0, 80, 1, 0}, {1, 0, 80, 1, 0}, {0, 1, 70, 1, 0}, {1, 1, 70, 1, 0}}};
    const auto fit = fit_mixed(alike);
    REQUIRE(fit);
    CHECK(are_near(fit->level, {80, 70}, 1e-9));
    Ratings same = alike;
    for (Rating& rating : same.all) rating.score = 90;
    REQUIRE(fit_mixed(same));
    CHECK(are_near(fit_mixed(same)->level, {90, 90}, 1e-9));
  }

  TEST_CASE("a branch without a rating, or too few ratings, have no fit") {
    CHECK_FALSE(fit_mixed({2, 1, {{0, 0, 80, 1, 0}, {0, 0, 81, 1, 0}, {0, 0, 82, 1, 0}}}));
    CHECK_FALSE(fit_mixed({1, 1, {{0, 0, 80, 1, 0}}}));
    CHECK_FALSE(fit_mixed({}));
  }
}
