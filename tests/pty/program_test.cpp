#include "support/pty.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

TEST_SUITE("pty") {
  using sihu::test::PtyProcess;

  TEST_CASE("help on a terminal is shown in the language asked for") {
    PtyProcess program(
        {{SIHU_PROGRAM, "--help", "--lang", "zh"}, std::filesystem::temp_directory_path()});
    CHECK(program.expect("用法：sihu"));
    CHECK(program.wait() == 0);
  }

  TEST_CASE("what is longer than the window goes through the pager, what fits does not") {
    const auto lines = [](int rows, const char* pager) {
      PtyProcess program({{SIHU_PROGRAM, "--help", "--lang", "en"},
                          std::filesystem::temp_directory_path(),
                          {{"SIHU_PAGER", pager}},
                          80,
                          rows});
      CHECK(program.wait() == 0);
      const std::string& shown = program.shown();
      return std::count(shown.begin(), shown.end(), '\n');
    };
    CHECK(lines(24, "head -n 3") == 3);
    CHECK(lines(24, "no-such-pager") > 50);
    CHECK(lines(24, "") > 50);
    CHECK(lines(100, "head -n 3") > 50);
  }

  TEST_CASE("a program that is not there is noticed") {
    PtyProcess program({{"/nowhere/sihu"}, std::filesystem::temp_directory_path()});
    CHECK(program.wait() == 127);
  }
}
