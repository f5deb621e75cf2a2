#include "statistics/mixed.hpp"

#include "statistics/minimum.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace sihu {
namespace {

// What does not depend on the ratio.
struct FitBasis {
  RatingSums sums;
  std::vector<std::vector<std::size_t>> visited;  // the branches that each inspector has rated
  double squares = 0;                             // Σ w y²
  double log_weights = 0;                         // Σ ln w
  double df = 0;                                  // ratings less branches
};

std::vector<std::vector<std::size_t>> visited_in(const RatingSums& sums) {
  std::vector<std::vector<std::size_t>> visited(sums.inspector_weight.size());
  for (std::size_t i = 0; i < sums.branch_weight.size(); ++i)
    for (std::size_t j = 0; j < visited.size(); ++j)
      if (sums.weight(i, j) != 0) visited[j].push_back(i);
  return visited;
}

FitBasis basis_of(const Ratings& ratings) {
  FitBasis basis{sum_ratings(ratings),
                 {},
                 0,
                 0,
                 static_cast<double>(ratings.all.size()) - static_cast<double>(ratings.branches)};
  basis.visited = visited_in(basis.sums);
  for (const Rating& rating : ratings.all) {
    basis.squares += rating.weight * rating.score * rating.score;
    basis.log_weights += std::log(rating.weight);
  }
  return basis;
}

double shrinkage(double ratio, double weight) {
  return ratio / (1 + ratio * weight);
}

Matrix level_matrix(const FitBasis& basis, const std::vector<double>& shrink) {
  const RatingSums& sums = basis.sums;
  const std::size_t branches = sums.branch_weight.size();
  Matrix matrix(branches, branches);
  for (std::size_t j = 0; j < shrink.size(); ++j)
    for (const std::size_t i : basis.visited[j]) {
      const double factor = sums.weight(i, j) * shrink[j];
      for (const std::size_t h : basis.visited[j])
        if (h <= i) matrix(i, h) -= factor * sums.weight(h, j);
    }
  for (std::size_t i = 0; i < branches; ++i) matrix(i, i) += sums.branch_weight[i];
  return matrix;
}

// The fit for one ratio, without what only the final one needs.
struct Trial {
  std::vector<double> shrink;
  std::optional<Cholesky> solver;
  std::vector<double> level;
  double variance = 0;
  double criterion = std::numeric_limits<double>::infinity();
};

void add_levels(Trial& trial, const FitBasis& basis) {
  const RatingSums& sums = basis.sums;
  std::vector<double> right = sums.branch_score;
  double rss = basis.squares;
  for (std::size_t j = 0; j < trial.shrink.size(); ++j) {
    const double score = sums.inspector_score[j];
    for (const std::size_t i : basis.visited[j])
      right[i] -= sums.weight(i, j) * trial.shrink[j] * score;
    rss -= trial.shrink[j] * score * score;
  }
  trial.level = trial.solver->solve(right);
  for (std::size_t i = 0; i < right.size(); ++i) rss -= trial.level[i] * right[i];
  // Where the scores are told exactly, rounding may leave less than nothing.
  trial.variance = std::max(rss / basis.df, basis.squares * 1e-18);
}

Trial try_ratio(const FitBasis& basis, double ratio) {
  Trial trial;
  double log_scale = 0;
  for (const double weight : basis.sums.inspector_weight) {
    trial.shrink.push_back(shrinkage(ratio, weight));
    log_scale += std::log1p(ratio * weight);
  }
  trial.solver = Cholesky::of(level_matrix(basis, trial.shrink));
  if (!trial.solver) return trial;
  add_levels(trial, basis);
  if (trial.variance > 0)
    trial.criterion = basis.df * (1 + std::log(2 * std::numbers::pi * trial.variance)) -
                      basis.log_weights + log_scale + trial.solver->log_determinant();
  return trial;
}

// The ratio of the smallest criterion; 0 unless another is really better.
double best_ratio(const FitBasis& basis, std::optional<double> near) {
  constexpr double widest = 14;
  constexpr double noticeable = 1e-9;
  const auto criterion = [&](double log_ratio) {
    return try_ratio(basis, std::exp(log_ratio)).criterion;
  };
  std::optional<double> found;
  if (near && *near > 0) found = minimum_near(std::log(*near), criterion);
  const double log_ratio = found ? *found : minimum_between(-widest, widest, criterion);
  return criterion(log_ratio) < try_ratio(basis, 0).criterion - noticeable ? std::exp(log_ratio)
                                                                           : 0;
}

std::vector<double> leniencies(const RatingSums& sums, const Trial& trial) {
  std::vector<double> leniency = sums.inspector_score;
  for (std::size_t j = 0; j < leniency.size(); ++j) {
    for (std::size_t i = 0; i < trial.level.size(); ++i)
      leniency[j] -= sums.weight(i, j) * trial.level[i];
    leniency[j] *= trial.shrink[j];
  }
  return leniency;
}

Matrix scaled(Matrix matrix, double factor) {
  for (std::size_t i = 0; i < matrix.rows(); ++i)
    for (std::size_t h = 0; h < matrix.columns(); ++h) matrix(i, h) *= factor;
  return matrix;
}

bool can_be_fitted(const Ratings& ratings) {
  std::vector<bool> rated(ratings.branches);
  for (const Rating& rating : ratings.all) rated[rating.branch] = true;
  return ratings.all.size() > ratings.branches && std::ranges::count(rated, false) == 0;
}

double mean_score(const Ratings& ratings) {
  double sum = 0;
  for (const Rating& rating : ratings.all) sum += rating.score;
  return sum / static_cast<double>(ratings.all.size());
}

}  // namespace

double MixedFit::level_error(std::size_t branch) const {
  return std::sqrt(covariance(branch, branch));
}

std::optional<MixedFit> fit_mixed(const Ratings& ratings, std::optional<double> ratio,
                                  bool with_covariance, std::optional<double> near) {
  if (!can_be_fitted(ratings)) return std::nullopt;
  // Squares of scores near 100 would leave few digits for squares of what remains of them.
  const double middle = mean_score(ratings);
  Ratings centred = ratings;
  for (Rating& rating : centred.all) rating.score -= middle;
  const FitBasis basis = basis_of(centred);
  MixedFit fit;
  fit.ratio = ratio ? *ratio : best_ratio(basis, near);
  Trial trial = try_ratio(basis, fit.ratio);
  if (!trial.solver) return std::nullopt;
  fit.residual_variance = trial.variance;
  fit.inspector_variance = trial.variance * fit.ratio;
  fit.criterion = trial.criterion;
  if (with_covariance) fit.covariance = scaled(trial.solver->inverse(), trial.variance);
  fit.leniency = leniencies(basis.sums, trial);
  fit.level = std::move(trial.level);
  for (double& level : fit.level) level += middle;
  fit.residuals = rating_residuals(ratings, fit.level, fit.leniency);
  return fit;
}

}  // namespace sihu
