#pragma once

#include <cstddef>
#include <vector>

namespace sihu {

/// How far a summary of a few sheets is to be trusted: a standard error, and the degrees of freedom
/// to look up its interval by. All values are points.
struct Uncertainty {
  double error = 0;
  double df = 0;  ///< 0: nothing says how far
};

/// Of a mean: s / √n, on n - 1.
Uncertainty mean_uncertainty(const std::vector<double>& values);

/// Of a mean without `dropped` values at each end: from the Winsorised variance, on n - 2 dropped -
/// 1 (Tukey and McLaughlin 1963).
Uncertainty trimmed_uncertainty(std::vector<double> values, std::size_t dropped);

/// Of a median: the variance of the middle order statistic under the values themselves (Maritz and
/// Jarrett 1978), on n - 1; of an even number the mean of the variances of the two in the middle.
Uncertainty median_uncertainty(std::vector<double> values);

/// A group of sheets that weighs `weight`, all groups 1 together.
struct WeighedValues {
  std::vector<double> values;
  double weight = 0;
};

/// Of a weighted mean of group means: degrees of freedom by Welch and Satterthwaite.
Uncertainty grouped_uncertainty(const std::vector<WeighedValues>& groups);

/// What an interval that holds in 95 of 100 cases reaches to either side, in standard errors; `df`
/// above 0.
double reach_of_interval(double df);

}  // namespace sihu
