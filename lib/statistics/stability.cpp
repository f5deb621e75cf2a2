#include "statistics/stability.hpp"

#include "statistics/special.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace sihu {
namespace {

// Σ (t³ - t) over groups of t equal values.
double tie_cubes(const std::vector<double>& ranks) {
  double sum = 0;
  for (const double rank : ranks) {
    const auto equal = static_cast<double>(std::ranges::count(ranks, rank));
    sum += equal * equal - 1;  // each of t members its t-th part
  }
  return sum;
}

int sign(const Rational& a, const Rational& b) {
  return (b < a) - (a < b);
}

double squares_from_mean(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum;
}

}  // namespace

std::vector<double> mean_ranks(const std::vector<Rational>& values) {
  std::vector<Rational> sorted = values;
  std::ranges::sort(sorted);
  std::vector<double> ranks;
  for (const Rational& value : values) {
    const auto [from, to] = std::equal_range(sorted.begin(), sorted.end(), value);
    ranks.push_back(static_cast<double>((from - sorted.begin()) + (to - sorted.begin()) + 1) / 2);
  }
  return ranks;
}

std::optional<Concordance> concordance(const std::vector<std::vector<Rational>>& quarters) {
  const auto m = static_cast<double>(quarters.size());
  const auto n = static_cast<double>(quarters.front().size());
  std::vector<double> sums(quarters.front().size());
  double ties = 0;
  for (const auto& quarter : quarters) {
    const auto ranks = mean_ranks(quarter);
    std::ranges::transform(sums, ranks, sums.begin(), std::plus{});
    ties += tie_cubes(ranks);
  }
  const double most = m * m * (n * n * n - n) - m * ties;
  if (most <= 0) return std::nullopt;
  Concordance found;
  found.w = 12 * squares_from_mean(sums) / most;
  found.df = static_cast<int>(n) - 1;
  found.chi_square = m * found.df * found.w;
  found.p = chi_square_above(found.chi_square, found.df);
  return found;
}

std::optional<double> tau_b(const std::vector<Rational>& first,
                            const std::vector<Rational>& second) {
  double agreeing = 0;
  double first_differs = 0;
  double second_differs = 0;
  for (std::size_t a = 0; a < first.size(); ++a)
    for (std::size_t b = a + 1; b < first.size(); ++b) {
      const int by_first = sign(first[a], first[b]);
      const int by_second = sign(second[a], second[b]);
      agreeing += by_first * by_second;
      first_differs += by_first != 0;
      second_differs += by_second != 0;
    }
  if (first_differs == 0 || second_differs == 0) return std::nullopt;
  return agreeing / std::sqrt(first_differs * second_differs);
}

std::optional<double> rank_correlation(const std::vector<Rational>& first,
                                       const std::vector<Rational>& second) {
  const auto x = mean_ranks(first);
  const auto y = mean_ranks(second);
  const double spread = squares_from_mean(x) * squares_from_mean(y);
  if (x.empty() || spread <= 0) return std::nullopt;
  const double middle = mean_of(x);
  double product = 0;
  for (std::size_t i = 0; i < x.size(); ++i) product += (x[i] - middle) * (y[i] - middle);
  return product / std::sqrt(spread);
}

}  // namespace sihu
