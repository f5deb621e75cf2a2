#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// A value with `\t \n \r \\` and every other control character (C0, DEL, C1, as `\xNN`) escaped.
/// `value` must be well-formed UTF-8.
std::string escape_value(std::string_view value);

/// The value that `written` spells, or nothing if `escape_value` would have spelt it otherwise.
/// `written` must be well-formed UTF-8.
std::optional<std::string> unescape_value(std::string_view written);

}  // namespace sihu
