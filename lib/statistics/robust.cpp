#include "statistics/robust.hpp"

#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

constexpr double tuning = 1.345;  // 95 % as efficient as least squares under normal errors
constexpr double normal_quartile = 0.6745;
constexpr double to_be_explained = 0.6;
constexpr int rounds = 30;

// From the median of what is left, made up for the levels that were fitted.
double robust_scale(std::vector<double> residuals, std::size_t branches) {
  const auto count = static_cast<double>(residuals.size());
  for (double& residual : residuals) residual = std::abs(residual);
  return median_of(std::move(residuals)) / normal_quartile *
         std::sqrt(count / (count - static_cast<double>(branches)));
}

// Less than that of the scores' size is what rounding leaves.
bool is_nothing(double scale, const Ratings& ratings) {
  double largest = 0;
  for (const Rating& rating : ratings.all) largest = std::max(largest, std::abs(rating.score));
  return scale <= largest * 1e-12;
}

void curb(std::vector<double>& factors, const std::vector<double>& residuals, double scale) {
  for (std::size_t r = 0; r < factors.size(); ++r) {
    const double distance = std::abs(residuals[r]);
    factors[r] = distance > tuning * scale ? tuning * scale / distance : 1;
  }
}

Ratings weighed(Ratings ratings, const std::vector<double>& factors) {
  for (std::size_t r = 0; r < factors.size(); ++r) ratings.all[r].weight *= factors[r];
  return ratings;
}

}  // namespace

std::vector<std::size_t> RobustFit::outlying() const {
  std::vector<std::size_t> list;
  for (std::size_t r = 0; r < factors.size(); ++r)
    if (factors[r] < to_be_explained) list.push_back(r);
  std::ranges::stable_sort(list, {}, [&](std::size_t r) { return factors[r]; });
  return list;
}

std::optional<RobustFit> fit_robust(const Ratings& ratings, std::optional<double> ratio,
                                    const std::function<bool()>& stop) {
  auto fit = fit_mixed(ratings, ratio, false);
  if (!fit) return std::nullopt;
  RobustFit robust{std::move(*fit), std::vector<double>(ratings.all.size(), 1.0), 0};
  for (int round = 0; round < rounds; ++round) {
    if (stop && stop()) return std::nullopt;
    robust.scale = robust_scale(robust.fit.residuals, ratings.branches);
    if (is_nothing(robust.scale, ratings)) break;
    auto factors = robust.factors;
    curb(factors, robust.fit.residuals, robust.scale);
    auto next = fit_mixed(weighed(ratings, factors), ratio, false, robust.fit.ratio);
    if (!next) break;
    robust.factors = std::move(factors);
    robust.fit = std::move(*next);
  }
  // The same once more, with what no round needs.
  auto last = fit_mixed(weighed(ratings, robust.factors), robust.fit.ratio);
  if (!last) return std::nullopt;
  robust.fit = std::move(*last);
  return robust;
}

}  // namespace sihu
