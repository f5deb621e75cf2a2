#pragma once

#include "problem/problem.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sihu {

/// A closed problem that is looked at again (回头看).
struct LookedBack {
  const Problem* problem = nullptr;
  bool always = false;  ///< for its severity; else it was drawn
};

/// What a look-back looks at, in the order of lists.
struct LookBackDraw {
  std::vector<LookedBack> drawn;
  std::size_t closed = 0;  ///< problems of the quarter that are closed: what was drawn from
};

/// Draws the look-back among the problems that were found in `quarter` and are closed: all critical
/// ones, and of the others of each branch `share` percent (1 to 100), rounded up.
///
/// Each problem has a number, the first eight bytes of the SHA-256 of `SEED/ID` (`seed_of`); those
/// with the smallest numbers of their branch are drawn. So a draw depends on the seed and on which
/// problems there are, not on the order in which they came, and everybody can check it.
LookBackDraw draw_look_back(const std::vector<Problem>& problems, Quarter quarter, int share,
                            std::string_view seed);

}  // namespace sihu
