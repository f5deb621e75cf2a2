#pragma once

#include "gate/node.hpp"
#include "gate/source.hpp"

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace sihu {

/// Builds a `Node` from the events of a parser, within the limits that hold for every gate:
/// nesting, number of values, keys that are texts, no key twice.
///
/// Keys and values of a map arrive alternately. After `false` the parser must stop: a limit is
/// reached. The other faults do not stop it, so that all of them are found.
class Tree {
 public:
  static constexpr std::size_t most_depth = 64;
  static constexpr std::size_t most_nodes = 2'000'000;
  static constexpr std::size_t most_faults = 200;

  explicit Tree(const Source& source) : source_(source) {}

  bool value(Node node);
  bool begin(Node node);  ///< a map or sequence
  void end();

  /// Whether so many faults were found that more would only be a wall.
  bool is_full() const { return faults_.size() >= most_faults; }

  void add(Fault fault) { faults_.push_back(std::move(fault)); }
  std::vector<Fault>& faults() { return faults_; }
  Node take() { return std::move(root_); }

 private:
  struct Open {
    Node node;
    Node key;
    bool has_key = false;
    bool drops_value = false;  // of a key that is refused
    std::unordered_set<std::string> keys;
  };

  bool within_limits(const Place& place);
  void refuse_controls(const Node& scalar);
  void put(Node node);
  void put_key(Node node, Open& open);

  const Source& source_;
  std::vector<Open> open_;
  Node root_;
  std::size_t count_ = 0;
  std::vector<Fault> faults_;
};

}  // namespace sihu
