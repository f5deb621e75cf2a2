#include "statistics/discrimination.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace sihu;

namespace {

// Eight branches from 60 to 95 points, each seen by six inspectors, with small differences that
// follow no order; inspector 0 gives `flat` of what the others see.
Ratings ratings_with(double flat) {
  Ratings ratings{8, 6, {}};
  for (std::size_t inspector = 0; inspector < 6; ++inspector)
    for (std::size_t branch = 0; branch < 8; ++branch) {
      const double level = 60 + 5 * static_cast<double>(branch);
      const double noise = static_cast<double>((inspector * 5 + branch * 3) % 7) - 3;
      const double seen = inspector == 0 ? 80 + flat * (level - 80) : level;
      ratings.all.push_back({inspector, branch, seen + noise, 1, 0});
    }
  return ratings;
}

std::vector<Discrimination> judged(const Ratings& ratings) {
  const auto fit = fit_two_way(ratings);
  REQUIRE(fit);
  return judge_discrimination(ratings, *fit);
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("who gives all branches the same has no slope, and the others have theirs") {
    const auto found = judged(ratings_with(0));
    REQUIRE(found.size() == 6);
    CHECK(found[0].known);
    CHECK(found[0].ratings == 8);
    CHECK(std::abs(found[0].slope) < 0.1);
    CHECK(found[0].others > 0.9);
    CHECK(found[0].p < 1e-6);
    for (std::size_t i = 1; i < found.size(); ++i) CHECK(found[i].p > 0.05);
  }

  TEST_CASE("who sees what the others see has a slope of one, and chance explains the rest") {
    for (const Discrimination& one : judged(ratings_with(1))) {
      CHECK(one.slope == doctest::Approx(1).epsilon(0.1));
      CHECK(one.p > 0.01);
    }
  }

  TEST_CASE("one's own opinion of a branch is no part of what it is held against") {
    Ratings ratings = ratings_with(1);
    // Nobody else sees branch 0: it tells nothing.
    std::erase_if(ratings.all,
                  [](const Rating& one) { return one.branch == 0 && one.inspector != 0; });
    CHECK(judged(ratings)[0].ratings == 7);
  }

  TEST_CASE("three ratings are too few for a slope") {
    Ratings ratings = ratings_with(1);
    std::erase_if(ratings.all,
                  [](const Rating& one) { return one.inspector == 0 && one.branch > 2; });
    const auto found = judged(ratings);
    CHECK_FALSE(found[0].known);
    CHECK(found[0].ratings == 3);
    CHECK(found[1].known);
  }
}
