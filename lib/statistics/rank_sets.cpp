#include "statistics/rank_sets.hpp"

#include "statistics/special.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sihu {
namespace {

struct Pair {
  std::size_t higher = 0;
  std::size_t lower = 0;
  double p = 1;
};

double pair_p(double difference, double variance, double df) {
  if (difference == 0) return 1;
  if (variance <= 0) return 0;
  return student_beyond(difference / std::sqrt(variance), df);
}

std::vector<Pair> pairs_of(const std::vector<double>& level, const Matrix& covariance, double df) {
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < level.size(); ++a)
    for (std::size_t b = a + 1; b < level.size(); ++b) {
      const double variance = covariance(a, a) + covariance(b, b) - 2 * covariance(a, b);
      const bool first = level[a] > level[b];
      pairs.push_back({first ? a : b, first ? b : a, pair_p(level[a] - level[b], variance, df)});
    }
  return pairs;
}

// The smallest p against alpha / number of pairs, the next against alpha / (number - 1), … until
// one fails; or each against alpha.
std::size_t count_significant(std::vector<Pair>& pairs, PairTest test, double alpha) {
  std::ranges::stable_sort(pairs, {}, &Pair::p);
  std::size_t count = 0;
  while (count < pairs.size()) {
    const auto left = static_cast<double>(pairs.size() - count);
    if (pairs[count].p > (test == PairTest::each ? alpha : alpha / left)) break;
    ++count;
  }
  return count;
}

}  // namespace

std::vector<RankSet> rank_sets(const std::vector<double>& level, const Matrix& covariance,
                               double df, PairTest test, double alpha) {
  std::vector<RankSet> sets(level.size(), RankSet{1, static_cast<int>(level.size())});
  if (df <= 0) return sets;
  auto pairs = pairs_of(level, covariance, df);
  const std::size_t significant = count_significant(pairs, test, alpha);
  for (std::size_t i = 0; i < significant; ++i) {
    ++sets[pairs[i].lower].best;
    --sets[pairs[i].higher].worst;
  }
  return sets;
}

bool is_line_unclear(const std::vector<double>& level, const std::vector<RankSet>& sets, int last) {
  const auto ranks = ranks_of(level);
  int worst_above = 0;
  int best_below = static_cast<int>(level.size()) + 1;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (ranks[i] <= last)
      worst_above = std::max(worst_above, sets[i].worst);
    else
      best_below = std::min(best_below, sets[i].best);
  }
  return worst_above >= best_below;
}

std::vector<int> ranks_of(const std::vector<double>& values) {
  std::vector<double> sorted = values;
  std::ranges::sort(sorted, std::ranges::greater{});
  std::vector<int> ranks;
  for (const double value : values) {
    const auto first = std::ranges::lower_bound(sorted, value, std::ranges::greater{});
    ranks.push_back(static_cast<int>(first - sorted.begin()) + 1);
  }
  return ranks;
}

}  // namespace sihu
