#include "statistics/component_weights.hpp"

#include <numeric>

namespace sihu {
namespace {

std::vector<Rational> as_shares(std::vector<Rational> weights) {
  const Rational all = std::accumulate(weights.begin(), weights.end(), Rational{});
  for (Rational& weight : weights) weight /= all;
  return weights;
}

Rational total(const std::vector<Rational>& weights, const std::vector<Rational>& scores) {
  return std::inner_product(weights.begin(), weights.end(), scores.begin(), Rational{});
}

// Σ (x - mean x) y: n times the covariance.
Rational covariation(const std::vector<Rational>& x, const std::vector<Rational>& y) {
  const Rational mean =
      std::accumulate(x.begin(), x.end(), Rational{}) / Rational(static_cast<long>(x.size()));
  Rational sum;
  for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mean) * y[i];
  return sum;
}

std::vector<Rational> column_of(const std::vector<std::vector<Rational>>& rows, std::size_t k) {
  std::vector<Rational> column;
  for (const auto& row : rows) column.push_back(row[k]);
  return column;
}

}  // namespace

bool ComponentWeight::is_off() const {
  const Rational limit(1, 10);
  return effective - nominal > limit || nominal - effective > limit;
}

std::vector<ComponentWeight> component_weights(const std::vector<Rational>& weights,
                                               const std::vector<std::vector<Rational>>& scores) {
  if (scores.empty()) return {};
  const auto shares = as_shares(weights);
  std::vector<Rational> totals;
  for (const auto& row : scores) totals.push_back(total(shares, row));
  const Rational spread = covariation(totals, totals);
  if (spread.is_zero()) return {};
  std::vector<ComponentWeight> components;
  for (std::size_t k = 0; k < shares.size(); ++k)
    components.push_back(
        {shares[k], shares[k] * covariation(column_of(scores, k), totals) / spread});
  return components;
}

std::optional<WeightShift> smallest_shift(const std::vector<Rational>& weights,
                                          const std::vector<Rational>& above,
                                          const std::vector<Rational>& below) {
  const auto shares = as_shares(weights);
  const Rational gap = total(shares, above) - total(shares, below);
  std::optional<WeightShift> smallest;
  if (gap <= Rational(0)) return smallest;
  for (std::size_t from = 0; from < shares.size(); ++from)
    for (std::size_t to = 0; to < shares.size(); ++to) {
      const Rational gained = (below[to] - above[to]) - (below[from] - above[from]);
      if (gained <= Rational(0)) continue;
      const Rational shift = gap / gained;
      if (shift <= shares[from] && (!smallest || shift < smallest->shift))
        smallest = WeightShift{from, to, shift};
    }
  return smallest;
}

}  // namespace sihu
