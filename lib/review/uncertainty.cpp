#include "review/uncertainty.hpp"

#include "statistics/special.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

constexpr double outside = 0.05;

double square(double value) {
  return value * value;
}

// With n - 1.
double variance_of(const std::vector<double>& values) {
  if (values.size() < 2) return 0;
  const double mean = mean_of(values);
  double sum = 0;
  for (const double value : values) sum += square(value - mean);
  return sum / static_cast<double>(values.size() - 1);
}

// Of the median of a sample drawn from these sorted ones, of an even number the lower of the two in
// the middle (Maritz and Jarrett 1978).
double lower_median_variance(const std::vector<double>& values) {
  const auto n = static_cast<long>(values.size());
  const long middle = (n + 1) / 2;
  double first = 0;
  double second = 0;
  double below = 0;
  for (long i = 1; i <= n; ++i) {
    // That the middle one of n drawn from these is the i-th of them at most.
    const double up_to =
        binomial_at_least(middle, n, static_cast<double>(i) / static_cast<double>(n));
    const double value = values[static_cast<std::size_t>(i) - 1];
    first += (up_to - below) * value;
    second += (up_to - below) * square(value);
    below = up_to;
  }
  return std::max(0.0, second - square(first));
}

}  // namespace

Uncertainty mean_uncertainty(const std::vector<double>& values) {
  return trimmed_uncertainty(values, 0);
}

Uncertainty trimmed_uncertainty(std::vector<double> values, std::size_t dropped) {
  const std::size_t kept = values.size() - 2 * dropped;
  if (kept < 2) return {};
  std::ranges::sort(values);
  for (std::size_t i = 0; i < dropped; ++i) {
    values[i] = values[dropped];
    values[values.size() - 1 - i] = values[values.size() - 1 - dropped];
  }
  const auto n = static_cast<double>(values.size());
  const double share = static_cast<double>(kept) / n;
  return {std::sqrt(variance_of(values) / n) / share, static_cast<double>(kept) - 1};
}

Uncertainty median_uncertainty(std::vector<double> values) {
  if (values.size() < 2) return {};
  std::ranges::sort(values);
  const double lower = lower_median_variance(values);
  for (double& value : values) value = -value;
  std::ranges::reverse(values);
  const double upper = lower_median_variance(values);
  return {std::sqrt((lower + upper) / 2), static_cast<double>(values.size()) - 1};
}

Uncertainty grouped_uncertainty(const std::vector<WeighedValues>& groups) {
  double sum = 0;
  double below = 0;
  double least_df = 0;
  for (const WeighedValues& group : groups) {
    if (group.values.size() < 2) return {};
    const auto n = static_cast<double>(group.values.size());
    const double part = square(group.weight) * variance_of(group.values) / n;
    sum += part;
    below += square(part) / (n - 1);
    least_df = least_df == 0 ? n - 1 : std::min(least_df, n - 1);
  }
  return {std::sqrt(sum), below > 0 ? square(sum) / below : least_df};
}

double reach_of_interval(double df) {
  double low = 0;
  double high = 1e4;
  for (int step = 0; step < 100; ++step) {
    const double middle = (low + high) / 2;
    (student_beyond(middle, df) > outside ? low : high) = middle;
  }
  return high;
}

}  // namespace sihu
