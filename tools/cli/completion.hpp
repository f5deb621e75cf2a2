#pragma once

#include "tools/cli/tree.hpp"

#include <string>
#include <vector>

namespace sihu {

/// What scripts ask `sihu completion --values KIND` for: `branch person checklist quarter problem
/// item paper course learner id`.
std::vector<std::string> completed_kinds();

enum class Shell { bash, zsh, fish };

/// A script that completes commands, options and choices of the tree below `root`; descriptions
/// (zsh and fish) in `lang`.
std::string completion_script(Shell shell, const CommandNode& root, Lang lang);

}  // namespace sihu
