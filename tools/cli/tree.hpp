#pragma once

#include "tools/cli/command.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A group of commands: `check`, with its words from `commands/check/group.cpp`.
struct Group {
  std::string name;
  GroupWords words;
};

/// Every group, generated like `all_commands`.
std::vector<Group> all_groups();

/// A word of the command line: a group, a command, or both.
struct CommandNode {
  std::string word;             ///< `run`; empty at the root
  std::string path;             ///< `check run`
  std::optional<Text> summary;  ///< nothing at the root
  std::optional<Text> example;  ///< nothing at the root
  std::optional<Command> command;
  std::vector<CommandNode> children;  ///< by name

  const CommandNode* child(std::string_view name) const;
  std::vector<std::string> child_words() const;
  /// `sihu`, or `sihu check run`.
  std::string typed() const { return path.empty() ? "sihu" : "sihu " + path; }
};

/// What to do about `word`, which `node` does not have below it: the commands called that
/// elsewhere, else the nearest below `node`, else where they are listed.
Phrase command_hint(const CommandNode& root, const CommandNode& node, const std::string& word);

/// All commands as a tree, from which parser, help, completion and man page are made.
CommandNode command_tree();

}  // namespace sihu
