#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// A smallest set of numbers that has one of each of `sets`, which are not empty; nothing if it
/// would need more than `most`, or if a search of `most_steps` does not settle it.
std::optional<std::vector<int>> smallest_hitting_set(const std::vector<std::vector<int>>& sets,
                                                     std::size_t most, int most_steps = 200000);

}  // namespace sihu
