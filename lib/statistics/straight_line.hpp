#pragma once

#include "statistics/ratings.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sihu {

/// Whether graded marks of one sheet come in suspiciously long runs of the same.
struct StraightLine {
  std::size_t longest = 0;  ///< equal marks in a row
  bool all_alike = false;   ///< no variance at all: p is 1, and the fact speaks for itself
  double p = 1;             ///< P(such a run or a longer one) if the same marks came in any order
};

/// Of `marks` in the order of the items; `draws` orders from `seed`.
StraightLine judge_line(std::vector<int> marks, std::uint64_t seed, std::size_t draws = 9999);

/// How far an inspector tells branches apart: slope of the own scores on the levels that all other
/// ratings give the same branches (`fit_mixed`). 1: as everybody; below 0.3: worth a warning.
/// Nothing with fewer than four such branches, or where others see no difference between them.
std::optional<double> discrimination(const Ratings& ratings, std::size_t inspector);

}  // namespace sihu
