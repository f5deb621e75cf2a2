#include "tools/cli/tree.hpp"

#include "tools/cli/values.hpp"

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

// The commands whose last word it is: people know the step and forget what it belongs to.
void find_paths(const CommandNode& node, std::string_view word, std::vector<std::string>& paths) {
  for (const CommandNode& child : node.children) {
    if (child.word == word) paths.push_back(child.path);
    find_paths(child, word, paths);
  }
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

Phrase command_hint(const CommandNode& root, const CommandNode& node, const std::string& word) {
  std::vector<std::string> paths;
  find_paths(root, word, paths);
  if (!paths.empty()) {
    Phrase all;
    for (const std::string& path : paths) {
      all.zh += (all.zh.empty() ? "sihu " : "、sihu ") + path;
      all.en += (all.en.empty() ? "sihu " : ", sihu ") + path;
    }
    return phrase(Text{"是不是 {0}？", "did you mean {0}?"}, all);
  }
  const Phrase near = did_you_mean(word, node.child_words());
  if (!near.empty()) return near;
  return phrase(Text{"{0} --help 列出命令", "{0} --help lists the commands"}, node.typed());
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
