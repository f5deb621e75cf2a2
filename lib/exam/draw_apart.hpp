#pragma once

#include "exam/own_pool.hpp"

#include <cstdint>
#include <vector>

namespace sihu {

/// Papers of several people that were drawn together.
struct ApartDraw {
  std::vector<DrawnForm> forms;  ///< of each candidate; empty: somebody's could not be filled
  /// Questions that two have in common, over all pairs of these and of these with `others`: no draw
  /// has fewer.
  std::int64_t shared = 0;
};

/// Draws everybody's paper at once, so that all together have as little in common as there can be;
/// of such draws one in which questions have rested long. That is a flow of least cost from
/// questions through people to their cells, where each further paper that a question is in costs
/// one more. `seed` draws the order in which questions are looked at.
ApartDraw draw_apart(const std::vector<DrawCell>& cells, const std::vector<OwnPool>& pools,
                     const std::vector<Candidate>& candidates, const FormOverlap& others,
                     std::uint64_t seed);

}  // namespace sihu
