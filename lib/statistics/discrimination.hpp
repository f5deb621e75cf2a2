#pragma once

#include "statistics/two_way.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// Whether an inspector tells good branches from poor ones, as the others see them.
struct Discrimination {
  std::size_t ratings = 0;  ///< of branches that somebody else has rated too
  double slope = 0;   ///< of the inspector's scores on the others' level of the branch; 1: as they
  double others = 0;  ///< the same slope of all other inspectors together
  double t = 0;
  double p = 1;        ///< that a slope so far below the others' comes by chance
  bool known = false;  ///< `ratings` reach `least_for_slope`, and the branches differ
};

/// So many ratings and a slope says something.
inline constexpr std::size_t least_for_slope = 4;

/// Of every inspector. The others' level of a branch is the mean of what they gave it, each less
/// the own leniency in `fit`. That mean is itself uncertain, which draws all slopes below 1: so
/// each is held against the slope of the others, with the residual variance of all, by Student's
/// t, one-sided.
std::vector<Discrimination> judge_discrimination(const Ratings& ratings, const TwoWayFit& fit);

}  // namespace sihu
