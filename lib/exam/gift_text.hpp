#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A text of GIFT as it is meant: `\n` is the end of a line, and a backslash before one of
/// `~=#{}:\` is left out; before anything else it stays.
std::string plain_of_gift(std::string_view text);

/// Where the first of the signs `any` stands that no backslash is before, from `from` on; `npos`:
/// nowhere.
std::size_t find_bare(std::string_view text, std::string_view any, std::size_t from = 0);

/// What stands between `[key:` and `]` in a comment, each, without blanks around it.
std::vector<std::string> gift_tokens(std::string_view comment, std::string_view key);

}  // namespace sihu
