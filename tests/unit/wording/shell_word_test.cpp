#include "wording/shell_word.hpp"

#include <doctest/doctest.h>

TEST_SUITE("wording") {
  using sihu::shell_word;

  TEST_CASE("what a shell takes as it is stays as it is") {
    CHECK(shell_word("demo") == "demo");
    CHECK(shell_word("互查/2026.1_a-b") == "互查/2026.1_a-b");
  }

  TEST_CASE("what a shell would take apart or expand is quoted") {
    CHECK(shell_word("a b中文") == "'a b中文'");
    CHECK(shell_word("$HOME") == "'$HOME'");
    CHECK(shell_word("~") == "'~'");
    CHECK(shell_word("it's") == "'it'\\''s'");
    CHECK(shell_word("") == "''");
  }
}
