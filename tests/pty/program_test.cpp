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
    CHECK(lines(24, "sh -c 'head -n 4'") == 4);
    CHECK(lines(24, "no-such-pager") > 50);
    CHECK(lines(24, "no-such-pager 'x y'") > 50);
    CHECK(lines(24, "") > 50);
    CHECK(lines(100, "head -n 3") > 50);
  }

  TEST_CASE("what was done about a problem is asked for where the command does not say it") {
    const auto workspace =
        std::filesystem::temp_directory_path() / ("sihu-submit-" + std::to_string(::getpid()));
    std::filesystem::copy(std::filesystem::path(SIHU_SOURCE_DIR) / "tests/cli/fixture/workspace",
                          workspace, std::filesystem::copy_options::recursive);
    const auto submit = [&](const char* typed) {
      PtyProcess program({{SIHU_PROGRAM, "rectify", "submit", "26Q4-zb05-k7m2qx-2", "--lang", "en",
                           "--as", "p005"},
                          workspace,
                          {{"SIHU_NOW", "2026-11-05T09:00"}, {"SIHU_DEVICE", "q9q9q9"}}});
      CHECK(program.expect("What was done?"));
      CHECK(program.expect("> "));
      program.send(typed);
      const int status = program.wait();
      return std::to_string(status) +
             (program.shown().find("26Q4-zb05-k7m2qx-2 recorded") != std::string::npos ? " recorded"
                                                                                       : "");
    };
    CHECK(submit("  \r") == "2");
    CHECK(submit("\x03") == "130");
    CHECK(submit("已补收\r") == "0 recorded");
    // Nobody is asked for words that can't be recorded.
    PtyProcess again(
        {{SIHU_PROGRAM, "rectify", "submit", "26Q4-zb05-k7m2qx-2", "--lang", "en", "--as", "p005"},
         workspace,
         {{"SIHU_NOW", "2026-11-05T09:10"}, {"SIHU_DEVICE", "q9q9q9"}}});
    CHECK(again.wait() == 5);
    CHECK(again.shown().find("What was done?") == std::string::npos);
    std::filesystem::remove_all(workspace);
  }

  TEST_CASE("evidence is a link on a terminal that shows links, and a name on others") {
    const auto place =
        std::filesystem::temp_directory_path() / ("sihu-links-" + std::to_string(::getpid()));
    const auto workspace = place / "四互";
    std::filesystem::create_directories(place);
    std::filesystem::copy(std::filesystem::path(SIHU_SOURCE_DIR) / "tests/cli/fixture/workspace",
                          workspace, std::filesystem::copy_options::recursive);
    const auto shown_with = [&](const char* links) {
      PtyProcess program({{SIHU_PROGRAM, "open", "82fcb7ae"},
                          workspace,
                          {{"FORCE_HYPERLINK", links}, {"SIHU_PAGER", ""}},
                          240});
      CHECK(program.wait() == 0);
      return program.shown();
    };
    CHECK(shown_with("0").find("82fcb7ae") != std::string::npos);
    CHECK(shown_with("0").find("\x1b]8;;") == std::string::npos);
    const std::string linked = shown_with("1");
    CHECK(linked.find("\x1b]8;;file://") != std::string::npos);
    CHECK(linked.find("/%E5%9B%9B%E4%BA%92/evidence/82fcb7ae") != std::string::npos);
    std::filesystem::remove_all(place);
  }

  TEST_CASE("a program that is not there is noticed") {
    PtyProcess program({{"/nowhere/sihu"}, std::filesystem::temp_directory_path()});
    CHECK(program.wait() == 127);
  }
}
