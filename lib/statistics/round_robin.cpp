#include "statistics/round_robin.hpp"

#include "statistics/special.hpp"

#include <cmath>
#include <cstddef>
#include <numeric>

namespace sihu {
namespace {

struct Means {
  std::vector<double> given;
  std::vector<double> got;
  double all = 0;
};

Means means_of(const Matrix& scores) {
  const std::size_t n = scores.rows();
  Means means{std::vector<double>(n), std::vector<double>(n), 0};
  const auto others = static_cast<double>(n - 1);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j) continue;
      means.given[i] += scores(i, j) / others;
      means.got[j] += scores(i, j) / others;
      means.all += scores(i, j) / (others * static_cast<double>(n));
    }
  return means;
}

// An effect out of the mean on its own side and, to undo that nobody rates itself, on the other.
double effect(double n, double own, double other, double all) {
  const double span = n * (n - 2);
  return (n - 1) * (n - 1) / span * own + (n - 1) / span * other - (n - 1) / (n - 2) * all;
}

void add_effects(RoundRobin& fit, const Matrix& scores) {
  const Means means = means_of(scores);
  const std::size_t n = scores.rows();
  const auto count = static_cast<double>(n);
  fit.mean = means.all;
  for (std::size_t i = 0; i < n; ++i) {
    fit.giving.push_back(effect(count, means.given[i], means.got[i], means.all));
    fit.getting.push_back(effect(count, means.got[i], means.given[i], means.all));
  }
  fit.favour = Matrix(n, n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i != j) fit.favour(i, j) = scores(i, j) - fit.mean - fit.giving[i] - fit.getting[j];
}

// Mean squares of the sums and of the differences within pairs.
struct PairSquares {
  double alike = 0;
  double unlike = 0;
};

PairSquares pair_squares(const RoundRobin& fit) {
  PairSquares squares;
  for (std::size_t i = 0; i < fit.favour.rows(); ++i)
    for (std::size_t j = i + 1; j < fit.favour.rows(); ++j) {
      const double sum = fit.favour(i, j) + fit.favour(j, i);
      const double difference = fit.favour(i, j) - fit.favour(j, i);
      squares.alike += sum * sum / 2 / fit.df1;
      squares.unlike += difference * difference / 2 / fit.df2;
    }
  return squares;
}

double product_mean(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / static_cast<double>(a.size() - 1);
}

// Effects contain some of the favours; this takes them out again.
void add_variances(RoundRobin& fit) {
  const auto n = static_cast<double>(fit.giving.size());
  const double span = n * (n - 2);
  const double own = fit.variance_favour;
  const double shared = fit.covariance_favours;
  const double in_variance = (own * (n - 1) + shared) / span;
  const double in_covariance = (shared * (n - 1) + own) / span;
  fit.variance_giving = product_mean(fit.giving, fit.giving) - in_variance;
  fit.variance_getting = product_mean(fit.getting, fit.getting) - in_variance;
  fit.covariance_giving_getting = product_mean(fit.giving, fit.getting) - in_covariance;
  if (fit.variance_giving > 0 && fit.variance_getting > 0)
    fit.generalised =
        fit.covariance_giving_getting / std::sqrt(fit.variance_giving * fit.variance_getting);
}

}  // namespace

std::optional<RoundRobin> fit_round_robin(const Matrix& scores) {
  const auto n = static_cast<int>(scores.rows());
  if (n < 4) return std::nullopt;
  RoundRobin fit;
  fit.df2 = (n - 1) * (n - 2) / 2;
  fit.df1 = fit.df2 - 1;
  add_effects(fit, scores);
  const PairSquares squares = pair_squares(fit);
  if (squares.unlike <= 0) return std::nullopt;
  fit.variance_favour = (squares.alike + squares.unlike) / 2;
  fit.covariance_favours = (squares.alike - squares.unlike) / 2;
  add_variances(fit);
  fit.dyadic = fit.covariance_favours / fit.variance_favour;
  fit.f = squares.alike / squares.unlike;
  fit.p = f_above(fit.f, fit.df1, fit.df2);
  return fit;
}

}  // namespace sihu
