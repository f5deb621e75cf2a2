#include "support/pty.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

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

  TEST_CASE("evidence is a link on a terminal that shows links, and a name on others") {
    const auto place =
        std::filesystem::temp_directory_path() / ("sihu-links-" + std::to_string(::getpid()));
    const auto demo = place / "四互";
    const auto shown_with = [&](std::vector<std::string> words, const char* links) {
      words.insert(words.begin(), SIHU_PROGRAM);
      PtyProcess program({words, place, {{"FORCE_HYPERLINK", links}, {"SIHU_PAGER", ""}}, 120, 60});
      CHECK(program.wait() == 0);
      return program.shown();
    };
    std::filesystem::create_directories(place);
    shown_with({"init", demo.string(), "--demo"}, "0");
    const std::vector<std::string> show = {"-C", demo.string(), "rectify", "show",
                                           "26Q2-zb04-k7m2qx-3"};
    CHECK(shown_with(show, "0").find("\x1b]8;;") == std::string::npos);
    const std::string linked = shown_with(show, "1");
    CHECK(linked.find("\x1b]8;;file://") != std::string::npos);
    CHECK(linked.find("/%E5%9B%9B%E4%BA%92/evidence/08fcd177") != std::string::npos);
    std::filesystem::remove_all(place);
  }

  TEST_CASE("a program that is not there is noticed") {
    PtyProcess program({{"/nowhere/sihu"}, std::filesystem::temp_directory_path()});
    CHECK(program.wait() == 127);
  }
}
