#include "tools/cli/tree.hpp"

#include <algorithm>

namespace sihu {
namespace {

CommandNode& grow(CommandNode& parent, std::string_view word) {
  const auto known = std::ranges::find(parent.children, word, &CommandNode::word);
  if (known != parent.children.end()) return *known;
  const auto place = std::ranges::lower_bound(parent.children, word, {}, &CommandNode::word);
  CommandNode node;
  node.word = word;
  node.path = parent.path.empty() ? node.word : parent.path + " " + node.word;
  return *parent.children.insert(place, std::move(node));
}

CommandNode& grow_path(CommandNode& root, std::string_view path) {
  CommandNode* node = &root;
  while (!path.empty()) {
    const std::size_t end = path.find(' ');
    node = &grow(*node, path.substr(0, end));
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
  }
  return *node;
}

}  // namespace

const CommandNode* CommandNode::child(std::string_view name) const {
  const auto found = std::ranges::find(children, name, &CommandNode::word);
  return found == children.end() ? nullptr : &*found;
}

std::vector<std::string> CommandNode::child_words() const {
  std::vector<std::string> words;
  for (const CommandNode& node : children) words.push_back(node.word);
  return words;
}

CommandNode command_tree() {
  CommandNode root;
  for (Command& command : all_commands()) {
    CommandNode& node = grow_path(root, command.name);
    node.summary = command.summary;
    node.example = command.example;
    node.command = std::move(command);
  }
  for (const Group& group : all_groups()) {
    CommandNode& node = grow_path(root, group.name);
    node.summary = group.words.summary;
    if (!node.command) node.example = group.words.example;
  }
  return root;
}

}  // namespace sihu
