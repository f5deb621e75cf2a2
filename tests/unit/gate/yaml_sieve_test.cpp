#include "gate/yaml_sieve.hpp"

#include "gate/yaml.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sihu;

namespace {

// The text as the sieve leaves it.
std::string left(const std::string& text) {
  return YamlSieve(text).text();
}

}  // namespace

TEST_SUITE("gate") {
  TEST_CASE("of rows that differ in their words the first is left") {
    CHECK(left("a:\n  - {b: 一, c: [d, e], f: '2024-03-01'}\n  - {b: 二三, c: [x1, y], f: "
               "'2025-11-30'}\n  - {b: z, c: [x, y], f: '2025-11-30'}\nd: e\n") ==
          "a:\n  - {b: 一, c: [d, e], f: '2024-03-01'}\nd: e\n");
    const YamlSieve sieve("- {a: b}\n- {a: c}\n- {a: d}");
    CHECK(sieve.left_out() == 2);
    CHECK_FALSE(sieve.leaves_out(1));
    CHECK(sieve.leaves_out(2));
    CHECK(sieve.leaves_out(3));
    CHECK_FALSE(sieve.leaves_out(4));
    CHECK_FALSE(sieve.leaves_out(0));
  }

  TEST_CASE("rows that are not quite alike are all left") {
    for (const char* text :
         {"- {a: b}\n - {a: c}\n", "- {a: b}\n- {a: b, c: d}\n", "- {a: b}\n- {a: 'b'}\n",
          "- {a: b}\n- {a: null}\n", "- {a: NULL}\n- {a: b}\n", "- {a: b}\n- {a: ~}\n",
          "- {a: b}\n- {a: b} # c\n", "- {a: b}\n- {a: *b}\n", "- {a: b}\n- {a: b-c}\n",
          "- {a: b}\n\n- {a: c}\n", "- a\n- b\n", "a: b\na: c\n", "- {a: '}\n- {a: '}\n",
          "- {a: [}\n- {a: [}\n", "- {a: b}\n- {a: \xc2\x85}\n", "- {a: b}\n- {a: \xef\xbc\x9a}\n",
          "- {a: \"\\n\"}\n- {a: \"\\t\"}\n", ""}) {
      INFO(text);
      CHECK(left(text) == text);
    }
  }

  TEST_CASE("what is left out changes nothing that is read, wherever the rows stand") {
    const std::string rows = "  - {a: b}\n  - {a: c}\n  - {a: d}\n";
    for (const std::string& text :
         {"a:\n" + rows, "a: |\n" + rows, "a: >\n" + rows + "b: c\n", "a:\n" + rows + "  - e\n"}) {
      INFO(text);
      const auto root = read_yaml(text, "a");
      REQUIRE(root);
      CHECK(root->entries[0].second.is_scalar() == (text.find("a:\n") != 0));
    }
    CHECK(read_yaml("a:\n" + rows, "a")->entries[0].second.items[2].entries[0].second.text == "d");
  }

  TEST_CASE("what two libraries read differently is found beside rows, too") {
    const std::string bad = "b: {\"a\":\"b\" \"c\"}\n";
    const auto alone = read_yaml(bad, "a");
    const auto beside = read_yaml("a:\n  - {a: b}\n  - {a: c}\n" + bad, "a");
    CHECK(alone.has_value() == beside.has_value());
  }
}
