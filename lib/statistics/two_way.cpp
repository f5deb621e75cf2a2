#include "statistics/two_way.hpp"

#include "statistics/connectivity.hpp"
#include "statistics/special.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sihu {
namespace {

// The normal equations of the leniencies after the levels are eliminated: `matrix` b = `right`.
// Rows of the true matrix add up to 0; `lift`, added to every cell, makes it definite and leaves
// the solution that adds up to 0 as it is.
struct LeniencyEquations {
  Matrix matrix;
  std::vector<double> right;
  double lift = 0;
};

double eliminated(const RatingSums& sums, std::size_t j, std::size_t l) {
  double sum = 0;
  for (std::size_t i = 0; i < sums.branch_weight.size(); ++i)
    sum += sums.weight(i, j) * sums.weight(i, l) / sums.branch_weight[i];
  return sum;
}

LeniencyEquations leniency_equations(const RatingSums& sums) {
  const std::size_t count = sums.inspector_weight.size();
  const double total =
      std::accumulate(sums.inspector_weight.begin(), sums.inspector_weight.end(), 0.0);
  LeniencyEquations equations{Matrix(count, count), sums.inspector_score, 0};
  equations.lift = total / static_cast<double>(count * count);
  for (std::size_t j = 0; j < count; ++j) {
    for (std::size_t l = 0; l < count; ++l)
      equations.matrix(j, l) =
          (j == l ? sums.inspector_weight[j] : 0) - eliminated(sums, j, l) + equations.lift;
    for (std::size_t i = 0; i < sums.branch_weight.size(); ++i)
      equations.right[j] -= sums.weight(i, j) * sums.branch_score[i] / sums.branch_weight[i];
  }
  return equations;
}

void centre(std::vector<double>& values) {
  const double mean =
      std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  for (double& value : values) value -= mean;
}

std::vector<double> levels_after(const RatingSums& sums, const std::vector<double>& leniency) {
  std::vector<double> level(sums.branch_weight.size());
  for (std::size_t i = 0; i < level.size(); ++i) {
    level[i] = sums.branch_score[i];
    for (std::size_t j = 0; j < leniency.size(); ++j) level[i] -= sums.weight(i, j) * leniency[j];
    level[i] /= sums.branch_weight[i];
  }
  return level;
}

double weighted_squares(const Ratings& ratings, const std::vector<double>& residuals) {
  double sum = 0;
  for (std::size_t r = 0; r < residuals.size(); ++r)
    sum += ratings.all[r].weight * residuals[r] * residuals[r];
  return sum;
}

// σ² (diag(1/n) + G C⁺ Gᵀ), where G has the shares that inspectors have in a branch's weight.
Matrix level_covariance(const RatingSums& sums, const Matrix& pseudo_inverse, double variance) {
  const std::size_t branches = sums.branch_weight.size();
  const std::size_t inspectors = sums.inspector_weight.size();
  Matrix half(branches, inspectors);
  for (std::size_t i = 0; i < branches; ++i)
    for (std::size_t j = 0; j < inspectors; ++j) {
      const double share = sums.weight(i, j) / sums.branch_weight[i];
      if (share == 0) continue;
      for (std::size_t l = 0; l < inspectors; ++l) half(i, l) += share * pseudo_inverse(j, l);
    }
  Matrix covariance(branches, branches);
  for (std::size_t i = 0; i < branches; ++i)
    for (std::size_t h = 0; h < branches; ++h) {
      double sum = i == h ? 1 / sums.branch_weight[i] : 0;
      for (std::size_t l = 0; l < inspectors; ++l)
        sum += half(i, l) * sums.weight(h, l) / sums.branch_weight[h];
      covariance(i, h) = variance * sum;
    }
  return covariance;
}

void add_errors(TwoWayFit& fit, const RatingSums& sums, const Cholesky& solver, double lift) {
  const std::size_t inspectors = sums.inspector_weight.size();
  Matrix pseudo_inverse = solver.inverse();
  const double lifted = 1 / (lift * static_cast<double>(inspectors * inspectors));
  fit.leniency_covariance = Matrix(inspectors, inspectors);
  for (std::size_t j = 0; j < inspectors; ++j) {
    for (std::size_t l = 0; l < inspectors; ++l) {
      pseudo_inverse(j, l) -= lifted;
      fit.leniency_covariance(j, l) = fit.sigma * fit.sigma * pseudo_inverse(j, l);
    }
    fit.leniency_error.push_back(fit.sigma * std::sqrt(std::max(0.0, pseudo_inverse(j, j))));
  }
  fit.covariance = level_covariance(sums, pseudo_inverse, fit.sigma * fit.sigma);
}

}  // namespace

double TwoWayFit::level_error(std::size_t branch) const {
  return std::sqrt(covariance(branch, branch));
}

std::optional<TwoWayFit> fit_two_way(const Ratings& ratings) {
  if (ratings.all.empty() || rating_groups(ratings).size() != 1) return std::nullopt;
  const RatingSums sums = sum_ratings(ratings);
  const LeniencyEquations equations = leniency_equations(sums);
  const auto solver = Cholesky::of(equations.matrix);
  if (!solver) return std::nullopt;
  TwoWayFit fit;
  fit.leniency = solver->solve(equations.right);
  centre(fit.leniency);
  fit.level = levels_after(sums, fit.leniency);
  fit.residuals = rating_residuals(ratings, fit.level, fit.leniency);
  fit.rss = weighted_squares(ratings, fit.residuals);
  fit.df = static_cast<int>(ratings.all.size() + 1 - ratings.branches - ratings.inspectors);
  if (fit.df > 0) fit.sigma = std::sqrt(fit.rss / fit.df);
  add_errors(fit, sums, *solver, equations.lift);
  return fit;
}

TwoWayRefit::TwoWayRefit(RatingSums sums, Cholesky solver)
    : sums_(std::move(sums)), solver_(std::move(solver)) {
  for (std::size_t i = 0; i < sums_.branch_weight.size(); ++i)
    for (std::size_t j = 0; j < sums_.inspector_weight.size(); ++j)
      if (sums_.weight(i, j) != 0) shares_.push_back({i, j, sums_.weight(i, j)});
}

std::optional<TwoWayRefit> TwoWayRefit::of(const Ratings& ratings) {
  if (ratings.all.empty() || rating_groups(ratings).size() != 1) return std::nullopt;
  RatingSums sums = sum_ratings(ratings);
  auto solver = Cholesky::of(leniency_equations(sums).matrix);
  if (!solver) return std::nullopt;
  return TwoWayRefit(std::move(sums), std::move(*solver));
}

// Adds up in the order of `fit_two_way`, so that not even the last digits differ.
std::vector<double> TwoWayRefit::levels(const Ratings& ratings) const {
  std::vector<double> level(sums_.branch_weight.size());
  std::vector<double> right(sums_.inspector_weight.size());
  for (const Rating& rating : ratings.all) {
    level[rating.branch] += rating.weight * rating.score;
    right[rating.inspector] += rating.weight * rating.score;
  }
  for (const Share& share : shares_)
    right[share.inspector] -=
        share.weight * level[share.branch] / sums_.branch_weight[share.branch];
  std::vector<double> leniency = solver_.solve(std::move(right));
  centre(leniency);
  for (const Share& share : shares_)
    level[share.branch] -= share.weight * leniency[share.inspector];
  for (std::size_t i = 0; i < level.size(); ++i) level[i] /= sums_.branch_weight[i];
  return level;
}

bool has_enough_df(const TwoWayFit& fit) {
  return fit.df >= 5 && 2 * static_cast<std::size_t>(fit.df) >= fit.level.size();
}

std::optional<LeniencyTest> test_leniency(const Ratings& ratings, const TwoWayFit& fit) {
  if (ratings.inspectors < 2 || fit.df < 1 || fit.rss <= 0) return std::nullopt;
  const std::vector<double> alike(ratings.inspectors, 0.0);
  const auto means = levels_after(sum_ratings(ratings), alike);
  const double rss_alike = weighted_squares(ratings, rating_residuals(ratings, means, alike));
  LeniencyTest test;
  test.df1 = static_cast<int>(ratings.inspectors) - 1;
  test.df2 = fit.df;
  test.f = (rss_alike - fit.rss) / test.df1 / (fit.rss / test.df2);
  test.p = f_above(test.f, test.df1, test.df2);
  return test;
}

}  // namespace sihu
