#pragma once

#include "base/place.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu {

struct NodeEntry;

/// A value that a person wrote in YAML or JSON, with the place where it stands.
///
/// Scalars stay the text that was written; what they mean is decided by who reads them, never
/// guessed. A map keeps its order and has no key twice.
struct Node {
  enum class Type { null, scalar, sequence, map };

  Type type = Type::null;
  Place place;
  int width = 1;                   ///< characters that a caret underlines
  std::string text;                ///< scalar; null: what was written, `~` or nothing
  bool quoted = false;             ///< scalar: in quotes or a block, so that it can only be a text
  std::vector<Node> items;         ///< sequence
  std::vector<NodeEntry> entries;  ///< map: keys are scalars

  bool is_map() const { return type == Type::map; }
  bool is_sequence() const { return type == Type::sequence; }
  bool is_scalar() const { return type == Type::scalar; }
  bool is_null() const { return type == Type::null; }

  /// The value under `key`, or nothing.
  const Node* find(std::string_view key) const;
};

/// A key of a map and its value. No `std::pair`: clang 14 can't have one of a type that holds it.
struct NodeEntry {
  Node first;
  Node second;

  NodeEntry(Node key, Node value) : first(std::move(key)), second(std::move(value)) {}
};

}  // namespace sihu
