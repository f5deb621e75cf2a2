#include "statistics/trend.hpp"

#include "statistics/special.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sihu {
namespace {

Rational median(std::vector<Rational> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / Rational(2);
}

Rational median_slope(const std::vector<TrendPoint>& points) {
  std::vector<Rational> slopes;
  for (std::size_t a = 0; a < points.size(); ++a)
    for (std::size_t b = a + 1; b < points.size(); ++b)
      slopes.push_back((points[b].value - points[a].value) / Rational(points[b].at - points[a].at));
  return median(std::move(slopes));
}

long rises_less_falls(const std::vector<TrendPoint>& points) {
  long s = 0;
  for (std::size_t a = 0; a < points.size(); ++a)
    for (std::size_t b = a + 1; b < points.size(); ++b)
      s += (points[a].value < points[b].value) - (points[b].value < points[a].value);
  return s;
}

// How many values are equal to each other, for each value.
std::vector<long> equal_values(const std::vector<TrendPoint>& points) {
  std::vector<Rational> values;
  for (const TrendPoint& point : points) values.push_back(point.value);
  std::ranges::sort(values);
  std::vector<long> counts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0 && values[i] == values[i - 1])
      ++counts.back();
    else
      counts.push_back(1);
  }
  return counts;
}

double pairs_times(long n) {
  return static_cast<double>(n) * static_cast<double>(n - 1) * static_cast<double>(2 * n + 5);
}

// P(|S| ≥ |s|) over all orders of n different values: the i-th value put in place falls behind 0 to
// i - 1 of those before it, each as likely.
double exact_p(long n, long s) {
  std::vector<double> falls{1.0};
  for (long i = 2; i <= n; ++i) {
    std::vector<double> more(falls.size() + static_cast<std::size_t>(i) - 1);
    for (std::size_t k = 0; k < falls.size(); ++k)
      for (std::size_t added = 0; added < static_cast<std::size_t>(i); ++added)
        more[k + added] += falls[k] / static_cast<double>(i);
    falls = std::move(more);
  }
  const long pairs = n * (n - 1) / 2;
  double p = 0;
  for (long k = 0; k <= pairs; ++k)
    if (std::abs(pairs - 2 * k) >= std::abs(s)) p += falls[static_cast<std::size_t>(k)];
  return std::min(p, 1.0);
}

}  // namespace

std::optional<Trend> find_trend(std::vector<TrendPoint> points) {
  if (points.size() < 2) return std::nullopt;
  std::ranges::sort(points, {}, &TrendPoint::at);
  const auto n = static_cast<long>(points.size());
  const auto counts = equal_values(points);
  Trend trend;
  trend.slope = median_slope(points);
  trend.s = rises_less_falls(points);
  trend.variance = pairs_times(n) / 18;
  for (const long count : counts) trend.variance -= pairs_times(count) / 18;
  if (static_cast<long>(counts.size()) == n) trend.p_exact = exact_p(n, trend.s);
  if (trend.s != 0 && trend.variance > 0)
    trend.z = static_cast<double>(trend.s + (trend.s < 0 ? 1 : -1)) / std::sqrt(trend.variance);
  trend.p_normal = std::min(1.0, 2 * normal_above(std::abs(trend.z)));
  trend.long_enough = n >= 4;
  return trend;
}

}  // namespace sihu
