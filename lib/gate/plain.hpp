#pragma once

#include <string_view>

namespace sihu {

/// What YAML 1.1 or 1.2 makes of an unquoted scalar, besides a text. sihu never converts; it asks
/// for quotes where another program that reads the same file would see something else.
enum class PlainKind { text, number, boolean, date };

PlainKind plain_kind(std::string_view text);

/// `010`, `-007`: ten or eight? Nobody can tell.
bool has_leading_zero(std::string_view text);

}  // namespace sihu
