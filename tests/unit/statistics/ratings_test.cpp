#include "statistics/ratings.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("statistics") {
  TEST_CASE("ratings are added up by branch and inspector, in their weights") {
    const Ratings ratings{2, 2, {{0, 0, 80, 1, 0}, {1, 0, 90, 2, 0}, {1, 1, 70, 1, 0}}};
    const RatingSums sums = sum_ratings(ratings);
    CHECK(sums.branch_weight == std::vector<double>{3, 1});
    CHECK(sums.branch_score == std::vector<double>{260, 70});
    CHECK(sums.inspector_weight == std::vector<double>{1, 3});
    CHECK(sums.inspector_score == std::vector<double>{80, 250});
    CHECK(sums.weight(0, 1) == 2);
    CHECK(sums.weight(1, 0) == 0);
    CHECK(rating_residuals(ratings, {80, 70}, {1, 2}) == std::vector<double>{-1, 8, -2});
  }
}
