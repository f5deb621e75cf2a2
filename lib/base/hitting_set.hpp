#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// A smallest set of numbers that has one of each of `sets`, which are not empty and have no number
/// below 0; nothing if it would need more than `most`, or more work than `steps`, from which what
/// was done is taken.
std::optional<std::vector<int>> smallest_hitting_set(const std::vector<std::vector<int>>& sets,
                                                     std::size_t most, int& steps);

}  // namespace sihu
