#include "gate/tree.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Node node(Node::Type type, const char* text = "") {
  Node made;
  made.type = type;
  made.place = {"a", 1, 1};
  made.text = text;
  return made;
}

}  // namespace

TEST_SUITE("gate") {
  TEST_CASE("a key that comes twice is refused and its first value kept") {
    const Source source("x", "a");
    Tree tree(source);
    tree.begin(node(Node::Type::map));
    for (const char* text : {"k", "first", "k", "second", "l", "third"})
      CHECK(tree.value(node(Node::Type::scalar, text)));
    tree.end();
    CHECK(fault_names(tree.faults()) == "1:1 duplicate-key");
    const Node root = tree.take();
    REQUIRE(root.entries.size() == 2);
    CHECK(root.find("k")->text == "first");
    CHECK(root.find("l")->text == "third");
  }

  TEST_CASE("nesting ends at sixty-four levels") {
    const Source source("x", "a");
    Tree tree(source);
    std::size_t depth = 0;
    while (tree.begin(node(Node::Type::sequence))) ++depth;
    CHECK(depth == Tree::most_depth + 1);
    CHECK(fault_names(tree.faults()) == "1:1 too-deep");
  }

  TEST_CASE("a wall of faults stops the reading") {
    const Source source("x", "a");
    Tree tree(source);
    tree.begin(node(Node::Type::map));
    int count = 0;
    while (tree.value(node(Node::Type::scalar, "k")) && count < 10'000) ++count;
    CHECK(count < 1000);
    CHECK(tree.faults().size() == Tree::most_faults);
  }
}
