#include "statistics/straight_line.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("a run that any order may have is nothing, one that hardly any has is something") {
    const StraightLine usual = judge_line({3, 4, 4, 3, 5, 4, 3, 4}, 1);
    CHECK(usual.longest == 2);
    CHECK(usual.p > 0.5);
    const StraightLine sorted = judge_line({3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4}, 1);
    CHECK(sorted.longest == 6);
    CHECK(sorted.p < 0.05);
  }

  TEST_CASE("the probability is that of all orders") {
    // Of the six orders of 1 1 2 2 four have a pair side by side.
    CHECK(judge_line({1, 1, 2, 2}, 7, 99999).p == doctest::Approx(4.0 / 6).epsilon(0.02));
  }

  TEST_CASE("a sheet of one mark speaks for itself") {
    CHECK(judge_line({5, 5, 5, 5}, 1).all_alike);
    CHECK(judge_line({5, 5, 5, 5}, 1).p == 1);
    CHECK(judge_line({}, 1).p == 1);
  }

  TEST_CASE("who gives everybody the same tells no branch from another") {
    Ratings ratings{5, 4, {}};
    for (std::size_t branch = 0; branch < 5; ++branch)
      for (std::size_t inspector = 0; inspector < 4; ++inspector) {
        const double level = 70 + 5.0 * static_cast<double>(branch);
        ratings.all.push_back({inspector, branch, inspector == 3 ? 90 : level, 1, 0});
      }
    CHECK(*discrimination(ratings, 3) == doctest::Approx(0));
    CHECK(*discrimination(ratings, 0) > 0.9);
    ratings.all.resize(12);
    CHECK_FALSE(discrimination(ratings, 3));
    CHECK_FALSE(discrimination({}, 0));
  }
}
