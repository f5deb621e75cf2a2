#pragma once

#include <cstddef>
#include <vector>

namespace sihu {

/// Fewest raters behind a published mean, so that nobody can tell what one of them gave.
inline constexpr std::size_t least_raters = 3;

/// Which groups' means must not be published because too few raters stand behind them, where the
/// mean of all is published too. Where that withholds groups of fewer than `least` raters together,
/// the next smallest group is withheld as well, or the rest would follow by subtraction. Groups
/// without a rater have nothing to withhold. Of equally small groups the first is taken.
std::vector<bool> withheld_groups(const std::vector<std::size_t>& raters,
                                  std::size_t least = least_raters);

}  // namespace sihu
