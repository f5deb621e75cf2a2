#include "support/pty.hpp"

#include <doctest/doctest.h>

#include <filesystem>

TEST_SUITE("pty") {
  using sihu::test::PtyProcess;

  TEST_CASE("help on a terminal is shown in the language asked for") {
    PtyProcess program(
        {{SIHU_PROGRAM, "--help", "--lang", "zh"}, std::filesystem::temp_directory_path()});
    CHECK(program.expect("用法：sihu"));
    CHECK(program.wait() == 0);
  }

  TEST_CASE("a program that is not there is noticed") {
    PtyProcess program({{"/nowhere/sihu"}, std::filesystem::temp_directory_path()});
    CHECK(program.wait() == 127);
  }
}
