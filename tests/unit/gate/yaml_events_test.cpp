#include "gate/yaml_events.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string faults_of(std::string_view text) {
  const Source source(text, "a");
  Tree tree(source);
  follow_events(source, tree);
  return fault_names(tree.faults());
}

}  // namespace

TEST_SUITE("gate") {
  TEST_CASE("a second document is refused where it begins") {
    CHECK(faults_of("a: 1\n---\nb: 2\n") == "2:1 second-document");
    CHECK(faults_of("---\na: 1\n...\n").empty());
  }

  TEST_CASE("an alias is complained about once, however often it is used") {
    CHECK(faults_of("[*a, *a, *b, *a]") == "1:2 alias, 1:10 alias");
  }

  TEST_CASE("an unclosed quote is said where it was opened") {
    CHECK(faults_of("a: 1\nb: \"x\nc: 2\n") == "2:4 unclosed-quote");
  }

  TEST_CASE("a text over two lines is underlined to the end of its first") {
    const Source source("a: one\n  two\n", "a");
    Tree tree(source);
    REQUIRE(follow_events(source, tree));
    const Node root = tree.take();
    CHECK(root.find("a")->text == "one two");
    CHECK(root.find("a")->width == 3);
  }
}
