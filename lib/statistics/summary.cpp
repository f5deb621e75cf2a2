#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sihu {
namespace {

TrimmedMean without(std::vector<double> values, std::size_t dropped) {
  std::ranges::sort(values);
  const auto skipped = static_cast<std::ptrdiff_t>(dropped);
  return {mean_of({values.begin() + skipped, values.end() - skipped}), dropped};
}

}  // namespace

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double median_of(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

TrimmedMean trimmed_mean(std::vector<double> values, double share) {
  // A share such as 0.2 of 5 is meant to be 1, whatever binary fractions make of it.
  const double exact = share * static_cast<double>(values.size());
  return without(std::move(values), static_cast<std::size_t>(std::floor(exact + 1e-9)));
}

TrimmedMean drop_one_each(std::vector<double> values, std::size_t enough) {
  const std::size_t dropped = values.size() >= std::max<std::size_t>(enough, 3) ? 1 : 0;
  return without(std::move(values), dropped);
}

}  // namespace sihu
