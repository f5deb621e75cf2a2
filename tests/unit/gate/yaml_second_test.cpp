#include "gate/yaml.hpp"
#include "gate/yaml_events.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("both libraries read the texts that people write") {
    for (const char* text :
         {"a: [1, 二, '三', \"四\"]\n", "a: |\n  x\n  y\nb: >-\n  x\n  y\n\n  z\n", "a: x\n  y\n",
          "- {a: {b: [c]}}\n- d\n", "a:\n- b\n- c: d\n", "a: \"\\u4e00\\t\"\n", "{a: , b: ~}\n",
          "a: 'it''s'\n", "a: http://x/y#z\n", "# c\na: b # c\n", "a: -1\nb: - \n"}) {
      INFO(text);
      const Source source(text, "a");
      std::vector<Fault> faults;
      const auto root = read_yaml(source, faults);
      if (root) CHECK_FALSE(second_opinion(source, *root));
    }
  }

  TEST_CASE("a tree that says something else than the text is noticed") {
    const Source source("a: [1, 2]\nb: c\n", "a");
    std::vector<Fault> faults;
    const Node root = read_yaml(source, faults).value();
    CHECK_FALSE(second_opinion(source, root));
    Node other = root;
    other.entries[0].second.items[1].text = "3";
    REQUIRE(second_opinion(source, other));
    CHECK(second_opinion(source, other)->place.column == 8);
    Node shorter = root;
    shorter.entries.pop_back();
    CHECK(second_opinion(source, shorter));
  }
}
