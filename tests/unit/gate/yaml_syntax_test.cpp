#include "gate/yaml.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("what cannot be followed is said in words of ours, at the mistake") {
    const std::pair<const char*, const char*> cases[] = {
        {"a: [1, 2\n", "2:1 unclosed-bracket"},       {"a: b: c\n", "1:5 colon-in-text"},
        {"a:b\nc: d\n", "1:2 no-blank-behind-colon"}, {"a:\n\tb: c\n", "2:1 tab"},
        {"a: \"x\" y\n", "1:8 unexpected-text"},      {"a: @x\n", "1:4 unexpected-text"},
        {"a: \"\\q\"\n", "1:5 unknown-escape"},       {"a: 1\nb：2\nc: 3\n", "2:2 fullwidth-colon"},
        {"{a: 1} x\n", "1:8 text-behind-end"},
    };
    for (const auto& one : cases) {  // INFO captures, and clang 14 captures no structured binding
      INFO(one.first);
      CHECK(fault_names(read_yaml(one.first, "a")) == one.second);
    }
  }

  TEST_CASE("no text makes the gate do worse than complain") {
    const std::string alphabet = "a:-[]{}\"'\n\t #&*!|>%@`?,~<";
    unsigned state = 1;
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      for (int i = 0; i < 14; ++i) {
        state = state * 1664525u + 1013904223u;
        text += alphabet[(state >> 16) % alphabet.size()];
      }
      INFO(text);
      CHECK_NOTHROW(read_yaml(text, "a"));
    }
  }
}
