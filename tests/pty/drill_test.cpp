#include "support/office.hpp"

#include <filesystem>
#include <string>

using namespace sihu::test;

namespace {

// An office with a bank of ten questions, which p004 drills.
class Learners {
 public:
  Learners() {
    std::filesystem::copy(std::filesystem::path(SIHU_SOURCE_DIR) / "tests/cli/fixture/exam",
                          office.workspace(), std::filesystem::copy_options::recursive);
  }

  PtyProcess::Setting drill(const std::string& day, std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"learn", "drill", "--as", "p004"};
    words.insert(words.end(), more.begin(), more.end());
    return office.sihu(std::move(words), day);
  }
  int recorded() const { return office.lines_of("learn.drill"); }

  TerminalOffice office;
};

constexpr const char* clear_screen = "\x1b[H\x1b[2J";

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE("a drill shows one question a screen, and after each what is right") {
    const Learners learners;
    PtyProcess run(learners.drill("2026-12-20", {"--new", "2"}));
    REQUIRE(run.expect("第 1/2 题"));
    REQUIRE(run.expect("1/2> "));
    run.send("／-\r");
    REQUIRE(run.expect("答案："));
    REQUIRE(run.expect("回车继续"));
    run.send("\r");
    REQUIRE(run.expect(clear_screen));
    REQUIRE(run.expect("2/2> "));
    run.send("/-\r");
    REQUIRE(run.expect("回车继续"));
    run.send("\r");
    REQUIRE(run.expect("练完了：2 题，对 0 题"));
    CHECK(run.wait() == 0);
    CHECK(run.terminal_is_normal());
    CHECK(learners.recorded() == 1);
  }

  TEST_CASE("killed while drilling, what was answered is kept, and the drill goes on") {
    const Learners learners;
    {
      PtyProcess run(learners.drill("2026-12-19", {"--new", "3", "--plain"}));
      for (const char* prompt : {"1/3> ", "2/3> ", "3/3> "}) {
        REQUIRE(run.expect(prompt));
        run.send("/-\r");
      }
      CHECK(run.wait() == 0);
      CHECK(run.shown().find(clear_screen) == std::string::npos);
    }
    {
      PtyProcess run(learners.drill("2026-12-20", {"--plain"}));
      REQUIRE(run.expect("1/3> "));
      run.send("/-\r");
      REQUIRE(run.expect("2/3> "));
      run.kill_hard();
      CHECK(run.wait() == 128 + 9);
    }
    CHECK(learners.recorded() == 1);
    PtyProcess again(learners.drill("2026-12-20", {"--plain"}));
    REQUIRE(again.expect("1/2> "));
    again.send("/-\r");
    REQUIRE(again.expect("2/2> "));
    again.send("/-\r");
    REQUIRE(again.expect("练完了：3 题"));
    CHECK(again.wait() == 0);
    CHECK(learners.recorded() == 2);
  }

  TEST_CASE("Ctrl-C leaves a drill: nothing is recorded, the terminal is as it was") {
    const Learners learners;
    PtyProcess run(learners.drill("2026-12-20", {"--new", "2"}));
    REQUIRE(run.expect("1/2> "));
    run.send("\x03");
    CHECK(run.wait() == 130);
    CHECK(run.terminal_is_normal());
    CHECK(learners.recorded() == 0);
  }
}
