#pragma once

#include "tools/cli/tree.hpp"

#include <string>

namespace sihu {

/// The manual page of a command or a group in roff: sihu(1) of the root, with every command;
/// sihu-check-run(1) of `sihu check run`.
std::string manual_page(const CommandNode& node, Lang lang, std::string_view version);

}  // namespace sihu
