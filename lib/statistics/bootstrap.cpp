#include "statistics/bootstrap.hpp"

#include "base/chance.hpp"
#include "statistics/rank_sets.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace sihu {
namespace {

Ratings sorted(Ratings ratings) {
  std::ranges::sort(ratings.all, {}, [](const Rating& rating) {
    return std::tuple(rating.visit, rating.inspector, rating.branch, rating.score, rating.weight);
  });
  return ratings;
}

// Residuals as a rating of weight 1 would have them, as wide as their true spread.
std::vector<double> pool_of(const Ratings& ratings, const TwoWayFit& fit) {
  const double wider = std::sqrt(static_cast<double>(ratings.all.size()) / fit.df);
  std::vector<double> pool;
  for (std::size_t r = 0; r < ratings.all.size(); ++r)
    pool.push_back(fit.residuals[r] * std::sqrt(ratings.all[r].weight) * wider);
  return pool;
}

void draw_scores(Ratings& into, const TwoWayFit& fit, const std::vector<double>& pool,
                 Chance& chance) {
  for (Rating& rating : into.all) {
    const double drawn = pool[static_cast<std::size_t>(chance.below(pool.size()))];
    rating.score = fit.level[rating.branch] + fit.leniency[rating.inspector] +
                   drawn / std::sqrt(rating.weight);
  }
}

// The smallest of the sorted `values` that at least `share` of them do not exceed.
template <class Value>
Value at_share(std::vector<Value> values, double share) {
  std::ranges::sort(values);
  const double place = std::ceil(share * static_cast<double>(values.size()) - 1e-9);
  return values[std::max<std::size_t>(1, static_cast<std::size_t>(place)) - 1];
}

}  // namespace

std::vector<std::vector<double>> bootstrap_levels(const Ratings& ratings,
                                                  const BootstrapPlan& plan) {
  Ratings drawn = sorted(ratings);
  const auto fit = fit_two_way(drawn);
  if (!fit || fit->df < 1) return {};
  const auto pool = pool_of(drawn, *fit);
  const auto refit = TwoWayRefit::of(drawn);
  Chance chance(plan.seed);
  std::vector<std::vector<double>> levels;
  for (std::size_t draw = 0; draw < plan.draws; ++draw) {
    draw_scores(drawn, *fit, pool, chance);
    levels.push_back(refit->levels(drawn));
  }
  return levels;
}

std::vector<BootstrapRange> bootstrap(const Ratings& ratings, const BootstrapPlan& plan) {
  const auto levels = bootstrap_levels(ratings, plan);
  if (levels.empty()) return {};
  std::vector<std::vector<int>> ranks;
  for (const auto& level : levels) ranks.push_back(ranks_of(level));
  std::vector<BootstrapRange> ranges;
  for (std::size_t branch = 0; branch < ratings.branches; ++branch) {
    std::vector<int> rank;
    std::vector<double> level;
    for (std::size_t draw = 0; draw < levels.size(); ++draw) {
      rank.push_back(ranks[draw][branch]);
      level.push_back(levels[draw][branch]);
    }
    const auto first = std::ranges::count_if(rank, [&](int one) { return one <= plan.top; });
    ranges.push_back({at_share(rank, 0.05), at_share(rank, 0.95), at_share(level, 0.05),
                      at_share(level, 0.95),
                      static_cast<double>(first) / static_cast<double>(rank.size())});
  }
  return ranges;
}

}  // namespace sihu
