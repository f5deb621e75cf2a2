#pragma once

#include <cstddef>
#include <vector>

namespace sihu {

/// Simple summaries of a branch's scores, in points; all need at least one. One of them is declared
/// before the marks come in; none turns into another by itself but `drop_one_each`, which says so.

double mean_of(const std::vector<double>& values);

/// The middle one; of an even number the mean of the two in the middle.
double median_of(std::vector<double> values);

/// A mean without some of the highest and as many of the lowest.
struct TrimmedMean {
  double value = 0;
  std::size_t dropped = 0;  ///< how many at each end
};

/// Without ⌊share n⌋ at each end; `share` is at least 0 and less than 1/2.
TrimmedMean trimmed_mean(std::vector<double> values, double share);

/// Without the highest and the lowest (去掉一个最高分、一个最低分) if there are `enough` values,
/// else the mean of all, and `dropped` is 0.
TrimmedMean drop_one_each(std::vector<double> values, std::size_t enough = 5);

}  // namespace sihu
