#pragma once

#include "tools/cli/tree.hpp"

#include <string>

namespace sihu {

/// The manual page sihu(1) in roff, from the tree below `root`.
std::string manual_page(const CommandNode& root, Lang lang, std::string_view version);

}  // namespace sihu
