#pragma once

#include "review/state.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What a ranking has to say of the reviews of its quarter, beside their recorded results.
struct ReviewPart {
  /// The branches whose recorded results are corrected for leniency, in groups that share no
  /// reviewer; empty where one group holds them all.
  std::vector<std::vector<std::string>> groups;
  std::size_t waiting = 0;  ///< sheets handed in, and no result of the quarter is recorded yet
  std::optional<double> spread = {};  ///< of one sheet about any branch, in points (`spread_of`)
};

ReviewPart review_part(const ReviewState& reviews);

}  // namespace sihu
