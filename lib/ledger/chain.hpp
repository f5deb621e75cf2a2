#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sihu {

inline constexpr std::size_t check_digits = 16;

/// The check of a line: the first 16 hex digits of SHA-256(previous check ‖ the line up to its last
/// tab, that tab left out). The header's previous check is empty.
std::string chain_check(std::string_view previous, std::string_view line_without_check);

/// The check at the end of a line (without LF): what stands behind its last tab.
std::string_view check_of(std::string_view line);

}  // namespace sihu
