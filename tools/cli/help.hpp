#pragma once

#include "tools/cli/declaration.hpp"
#include "tools/cli/tree.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Commands that belong together, for help and README.
struct Theme {
  Text title;
  std::vector<const CommandNode*> nodes;
};

/// The root's children by theme; a command that no theme names stands in the last one.
std::vector<Theme> themes(const CommandNode& root);

/// The help of a command, a group or (at the root) the whole program, `columns` wide.
std::string render_help(const CommandNode& node, Lang lang, int columns);

/// How wide help is here.
int help_columns(const World& world);

/// What a command takes, without the global options.
std::vector<Declaration> declarations_of(const Command& command);

/// `sihu check run 支部 --checklist 检查表 [选项]`.
std::string usage_line(const CommandNode& node, Lang lang);

}  // namespace sihu
