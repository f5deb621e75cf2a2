#pragma once

#include <string>
#include <string_view>

namespace sihu {

/// The check of a line: the first 16 hex digits of SHA-256(previous check ‖ line up to its last
/// tab). The header's previous check is empty.
std::string chain_check(std::string_view previous, std::string_view line_without_check);

}  // namespace sihu
