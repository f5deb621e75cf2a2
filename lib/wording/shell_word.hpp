#pragma once

#include <string>
#include <string_view>

namespace sihu {

/// In single quotes, as POSIX shells read them.
std::string single_quoted(std::string_view text);

/// `text` as one word of a command that a person is to paste: as it is where that will do (Chinese
/// too), else in single quotes.
std::string shell_word(std::string_view text);

}  // namespace sihu
