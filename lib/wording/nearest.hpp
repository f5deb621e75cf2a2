#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The word of `known` that somebody who typed `word` most likely meant, or nothing if none is
/// close.
///
/// Close: at most one slip for every three characters (a slip is a character too many, too few,
/// changed, or exchanged with its neighbour); case does not count. Of equally close words the
/// first.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace sihu
