#include "statistics/ratings.hpp"

namespace sihu {

RatingSums sum_ratings(const Ratings& ratings) {
  RatingSums sums{std::vector<double>(ratings.branches), std::vector<double>(ratings.branches),
                  std::vector<double>(ratings.inspectors), std::vector<double>(ratings.inspectors),
                  Matrix(ratings.branches, ratings.inspectors)};
  for (const Rating& rating : ratings.all) {
    sums.branch_weight[rating.branch] += rating.weight;
    sums.branch_score[rating.branch] += rating.weight * rating.score;
    sums.inspector_weight[rating.inspector] += rating.weight;
    sums.inspector_score[rating.inspector] += rating.weight * rating.score;
    sums.weight(rating.branch, rating.inspector) += rating.weight;
  }
  return sums;
}

std::vector<double> rating_residuals(const Ratings& ratings, const std::vector<double>& level,
                                     const std::vector<double>& leniency) {
  std::vector<double> residuals;
  residuals.reserve(ratings.all.size());
  for (const Rating& rating : ratings.all)
    residuals.push_back(rating.score - level[rating.branch] - leniency[rating.inspector]);
  return residuals;
}

}  // namespace sihu
