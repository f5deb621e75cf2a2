#include "tools/cli/tree.hpp"

#include <algorithm>

namespace sihu {
namespace {

Node& grow(Node& parent, std::string_view word) {
  const auto known = std::ranges::find(parent.children, word, &Node::word);
  if (known != parent.children.end()) return *known;
  const auto place = std::ranges::lower_bound(parent.children, word, {}, &Node::word);
  Node node;
  node.word = word;
  node.path = parent.path.empty() ? node.word : parent.path + " " + node.word;
  return *parent.children.insert(place, std::move(node));
}

Node& grow_path(Node& root, std::string_view path) {
  Node* node = &root;
  while (!path.empty()) {
    const std::size_t end = path.find(' ');
    node = &grow(*node, path.substr(0, end));
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
  }
  return *node;
}

}  // namespace

const Node* Node::child(std::string_view name) const {
  const auto found = std::ranges::find(children, name, &Node::word);
  return found == children.end() ? nullptr : &*found;
}

std::vector<std::string> Node::child_words() const {
  std::vector<std::string> words;
  for (const Node& node : children) words.push_back(node.word);
  return words;
}

Node command_tree() {
  Node root;
  for (Command& command : all_commands()) {
    Node& node = grow_path(root, command.name);
    node.summary = command.summary;
    node.command = std::move(command);
  }
  for (const Group& group : all_groups()) grow_path(root, group.name).summary = group.summary;
  return root;
}

}  // namespace sihu
