#pragma once

#include "statistics/ratings.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// Whether a branch owes its rank to how it rated its rivals.
struct OwnRatingsAudit {
  std::size_t groups = 1;  ///< of branches that visits still tie together without its own ratings
  int rank = 0;            ///< with all ratings
  int rank_without = 0;    ///< without what its own inspectors gave; 0: can't be told any more

  bool changes() const { return rank_without != 0 && rank_without != rank; }
};

/// For every branch, by `fit_mixed`; `homes` has the branch of every inspector. Inspectors that
/// are left without a rating are not counted as groups. Empty where there is no fit to begin with.
std::vector<OwnRatingsAudit> audit_own_ratings(const Ratings& ratings, const HomeBranches& homes);

}  // namespace sihu
