#pragma once

#include "statistics/matrix.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// A full round, in which every branch rated every other once, taken apart in closed form (the
/// social relations model; Warner, Kenny and Stoto 1979).
struct RoundRobin {
  double mean = 0;              ///< points
  std::vector<double> giving;   ///< how much more a branch gives than the others
  std::vector<double> getting;  ///< and how much more it gets
  Matrix favour;                ///< what is left: row rates column; the diagonal is 0

  double variance_giving = 0;  ///< points²; estimates, which may be below 0
  double variance_getting = 0;
  double variance_favour = 0;
  double covariance_favours = 0;         ///< of what two branches have left for each other
  double covariance_giving_getting = 0;  ///< of the same branch

  double dyadic = 0;  ///< correlation of favours within pairs
  std::optional<double>
      generalised;  ///< of giving and getting; nothing if a variance is not above 0
  double f = 0;     ///< of pairs alike against unlike
  int df1 = 0;
  int df2 = 0;
  double p = 1;
};

/// `scores` is square, row rates column, the diagonal is not looked at. Nothing for fewer than four
/// branches, or where nothing is left at all.
std::optional<RoundRobin> fit_round_robin(const Matrix& scores);

}  // namespace sihu
