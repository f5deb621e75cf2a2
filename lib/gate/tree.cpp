#include "gate/tree.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

namespace sihu {

bool Tree::within_limits(const Place& place) {
  if (is_full()) return false;
  if (open_.size() > most_depth) {
    add(source_.fault(place, 1, "too-deep",
                      phrase(Text{"嵌套超过 {0} 层", "nested more than {0} levels deep"},
                             static_cast<std::size_t>(most_depth))));
    return false;
  }
  if (++count_ > most_nodes) {
    add(source_.fault(place, 1, "too-many-values",
                      phrase(Text{"文件中的值超过 {0} 个", "the file has more than {0} values"},
                             static_cast<std::size_t>(most_nodes))));
    return false;
  }
  return true;
}

void Tree::put_key(Node node, Open& open) {
  open.has_key = true;
  open.drops_value = true;
  if (!node.is_scalar()) {
    add(source_.fault(node.place, node.width, "key-not-a-text",
                      phrase(Text{"键应为一个词，实际是列表、映射或空值",
                                  "a key should be a word, found a list, a map or nothing"})));
  } else if (node.text == "<<" && !node.quoted) {
    add(source_.fault(node.place, node.width, "merge-key",
                      phrase(Text{"不支持合并键 <<", "merge keys (<<) are not supported"}),
                      phrase(Text{"把要用的键逐一写出", "write the keys out"})));
  } else if (!open.keys.insert(node.text).second) {
    const Node* first = open.node.find(node.text);
    add(source_.fault(
        node.place, node.width, "duplicate-key",
        phrase(Text{"键 {0} 重复；第 {1} 行已有", "the key {0} is there twice; first in line {1}"},
               node.text, first ? first->place.line : 0)));
  } else {
    open.drops_value = false;
  }
  open.key = std::move(node);
}

void Tree::put(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& open = open_.back();
  if (open.node.is_sequence()) {
    open.node.items.push_back(std::move(node));
  } else if (!open.has_key) {
    put_key(std::move(node), open);
  } else {
    if (!open.drops_value) open.node.entries.emplace_back(std::move(open.key), std::move(node));
    open.has_key = false;
  }
}

// The characters of the file were checked before; these were written as escapes (`"\x1b"`).
void Tree::refuse_controls(const Node& scalar) {
  for (std::size_t at = 0; at < scalar.text.size();) {
    const char32_t code = next_code_point(scalar.text, at);
    if (!is_control(code) || code == '\n' || code == '\t' || code == '\r') continue;
    add(source_.fault(scalar.place, scalar.width, "control-character",
                      phrase(Text{"文字中有控制字符 {0}（写成了转义）",
                                  "the text has the control character {0}, written as an escape"},
                             fmt::format("U+{:04X}", static_cast<unsigned>(code))),
                      phrase(Text{"删去它", "delete it"})));
    return;
  }
}

bool Tree::value(Node node) {
  if (!within_limits(node.place)) return false;
  refuse_controls(node);
  put(std::move(node));
  return true;
}

bool Tree::begin(Node node) {
  if (!within_limits(node.place)) return false;
  open_.push_back(Open{std::move(node), {}, false, false, {}});
  return true;
}

void Tree::end() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  put(std::move(node));
}

}  // namespace sihu
