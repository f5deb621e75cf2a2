#include "statistics/reciprocity.hpp"

#include "base/chance.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace sihu {
namespace {

using Slots = std::vector<std::size_t>;  // which ratings

// Two branches and the ratings that went either way.
struct PairSlots {
  std::size_t first = 0;
  std::size_t second = 0;
  Slots there;
  Slots back;
};

std::vector<PairSlots> mutual_pairs(const Ratings& ratings, const HomeBranches& homes) {
  std::map<std::pair<std::size_t, std::size_t>, PairSlots> found;
  for (std::size_t r = 0; r < ratings.all.size(); ++r) {
    const auto home = homes[ratings.all[r].inspector];
    const std::size_t branch = ratings.all[r].branch;
    if (!home || *home == branch) continue;
    PairSlots& pair = found[std::minmax(*home, branch)];
    std::tie(pair.first, pair.second) = std::pair(std::minmax(*home, branch));
    (*home < branch ? pair.there : pair.back).push_back(r);
  }
  std::vector<PairSlots> pairs;
  for (auto& [key, pair] : found)
    if (!pair.there.empty() && !pair.back.empty()) pairs.push_back(std::move(pair));
  return pairs;
}

double mean_at(const std::vector<double>& residuals, const Slots& slots) {
  double sum = 0;
  for (const std::size_t slot : slots) sum += residuals[slot];
  return sum / static_cast<double>(slots.size());
}

double coefficient_of(const std::vector<PairSlots>& pairs, const std::vector<double>& residuals) {
  double product = 0;
  double squares = 0;
  for (const PairSlots& pair : pairs) {
    const double there = mean_at(residuals, pair.there);
    const double back = mean_at(residuals, pair.back);
    product += there * back;
    squares += (there * there + back * back) / 2;
  }
  return squares > 0 ? product / squares : 0;
}

double shuffled_p(const std::vector<PairSlots>& pairs, std::vector<double> residuals,
                  std::uint64_t seed, std::size_t draws) {
  const double seen = coefficient_of(pairs, residuals);
  Chance chance(seed);
  std::size_t as_high = 1;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    chance.shuffle(residuals);
    if (coefficient_of(pairs, residuals) >= seen) ++as_high;
  }
  return static_cast<double>(as_high) / static_cast<double>(draws + 1);
}

// A residual is narrower than what it is a residual of, by the degrees of freedom that the fit
// took.
double residual_spread(const Ratings& ratings, const TwoWayFit& fit) {
  return fit.sigma * std::sqrt(fit.df / static_cast<double>(ratings.all.size()));
}

MutualPair scored(const PairSlots& pair, const std::vector<double>& residuals, double spread) {
  MutualPair scored{pair.first, pair.second, mean_at(residuals, pair.there),
                    mean_at(residuals, pair.back), 0};
  const double variance =
      1 / static_cast<double>(pair.there.size()) + 1 / static_cast<double>(pair.back.size());
  if (spread > 0)
    scored.score = (scored.first_favours + scored.second_favours) / (std::sqrt(variance) * spread);
  return scored;
}

}  // namespace

Reciprocity find_reciprocity(const Ratings& ratings, const TwoWayFit& fit,
                             const HomeBranches& homes, std::uint64_t seed, std::size_t draws) {
  const auto pairs = mutual_pairs(ratings, homes);
  if (pairs.empty() || fit.df < 1) return {};
  Reciprocity found;
  found.coefficient = coefficient_of(pairs, fit.residuals);
  found.p = shuffled_p(pairs, fit.residuals, seed, draws);
  for (const PairSlots& pair : pairs)
    found.pairs.push_back(scored(pair, fit.residuals, residual_spread(ratings, fit)));
  std::ranges::stable_sort(found.pairs, std::ranges::greater{}, &MutualPair::score);
  return found;
}

}  // namespace sihu
