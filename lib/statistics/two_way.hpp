#pragma once

#include "statistics/matrix.hpp"
#include "statistics/ratings.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// Scores taken apart into what the branch is worth and how lenient the inspector is, both fixed:
/// least squares for score = level of the branch + leniency of the inspector + rest, where the
/// leniencies of all inspectors add up to 0.
///
/// A constant added to everything that one inspector wrote changes no difference between branches.
struct TwoWayFit {
  std::vector<double> level;           ///< of each branch, points
  std::vector<double> leniency;        ///< of each inspector, points; above 0: lenient
  std::vector<double> residuals;       ///< of each rating, in their order, points
  Matrix covariance;                   ///< of the levels, points²; 0 where `df` is 0
  std::vector<double> leniency_error;  ///< standard error of each leniency; 0 where `df` is 0
  Matrix leniency_covariance;          ///< of the leniencies, points²; 0 where `df` is 0
  double rss = 0;                      ///< weighted sum of squared residuals
  double sigma = 0;                    ///< standard deviation of a rating of weight 1
  int df = 0;                          ///< ratings that are left to tell `sigma` by

  double level_error(std::size_t branch) const;  ///< standard error of a level
};

/// Nothing unless visits tie all branches and inspectors together (`rating_groups`). With `df` 0
/// the levels are an answer, but nothing says how good it is.
std::optional<TwoWayFit> fit_two_way(const Ratings& ratings);

/// `fit_two_way` of the same visits with other scores, again and again: the levels alone, to the
/// last bit the same, but with all that does not depend on the scores worked out once.
class TwoWayRefit {
 public:
  /// Nothing where `fit_two_way` gives nothing.
  static std::optional<TwoWayRefit> of(const Ratings& ratings);

  /// The level of each branch by the scores of `ratings`, in points; all else of them is as it was.
  std::vector<double> levels(const Ratings& ratings) const;

 private:
  struct Share {
    std::size_t branch;
    std::size_t inspector;
    double weight;
  };
  TwoWayRefit(RatingSums sums, Cholesky solver);

  RatingSums sums_;
  Cholesky solver_;
  std::vector<Share> shares_;  // the weights that are not 0, by branch and then by inspector
};

/// Whether `df` suffices to correct for leniency: at least 5, and half as many as branches.
bool has_enough_df(const TwoWayFit& fit);

/// Whether inspectors differ at all: F on (`df1`, `df2`) and its p-value.
struct LeniencyTest {
  double f = 0;
  int df1 = 0;
  int df2 = 0;
  double p = 1;
};
/// Nothing with one inspector, without degrees of freedom, or where the fit is exact.
std::optional<LeniencyTest> test_leniency(const Ratings& ratings, const TwoWayFit& fit);

}  // namespace sihu
