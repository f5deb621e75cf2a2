#include "support/office.hpp"

#include <filesystem>
#include <string>

using namespace sihu::test;

namespace {

constexpr const char* day = "2026-10-20T09:00:00+08:00";

// The office of examples/quarter, whose autumn paper is drawn and of whom all but p042 have sat on
// paper.
class AutumnTest {
 public:
  AutumnTest() {
    std::filesystem::copy(std::filesystem::path(SIHU_SOURCE_DIR) / "examples/quarter",
                          office.workspace(),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
    run({"test", "paper", "2026Q4", "autumn", "--seed", "2026-10-20公开抽签", "--as", "p900"});
    run({"test", "record", "2026Q4", "autumn", "--answers", "answers.csv", "--as", "p900"});
  }

  void run(std::vector<std::string> words) const {
    PtyProcess process(office.sihu(std::move(words), day));
    const int status = process.wait();
    CHECK_MESSAGE(status == 0, process.shown());
  }

  // Whoever may mark a short answer that waits gives it all its points.
  void mark_short_answers() const {
    for (const char* marker : {"p031", "p021", "p041", "p011"}) {
      PtyProcess process(office.sihu({"test", "mark", "2026Q4", "autumn", "--as", marker}, day));
      while (process.expect("离开）> ")) process.send("8\r");
      CHECK_MESSAGE(process.wait() == 0, process.shown());
    }
  }

  PtyProcess::Setting p042(std::vector<std::string> words, const char* now) const {
    words.insert(words.end(), {"--as", "p042"});
    return office.sihu(std::move(words), now);
  }

  TerminalOffice office;
};

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE("a quarter: killed while sitting, handed in all the same, marked, and drilled") {
    const AutumnTest autumn;
    const std::vector<std::string> take{"test", "take", "2026Q4", "autumn", "--start"};
    {
      PtyProcess sitting(autumn.p042(take, day));
      REQUIRE(sitting.expect("1/9> "));
      sitting.send("B\r");
      REQUIRE(sitting.expect("2/9> "));
      sitting.send("C\r");  // not the right one
      REQUIRE(sitting.expect("3/9> "));
      sitting.kill_hard();
      CHECK(sitting.wait() == 128 + 9);
    }
    PtyProcess sitting(autumn.p042(take, "2026-10-20T09:05:00+08:00"));
    REQUIRE(sitting.expect("剩 15:0"));
    const char* answers[] = {"A", "C", "B", "F", "F", "6", "时间地点、出席和缺席、决议"};
    for (int number = 3; number <= 9; ++number) {
      REQUIRE(sitting.expect(std::to_string(number) + "/9> "));
      sitting.send(std::string(answers[number - 3]) + "\r");
    }
    REQUIRE(sitting.expect("> "));
    sitting.send("/h\r");
    REQUIRE(sitting.expect("已交卷，9 题答了 9 题"));
    CHECK(sitting.wait() == 0);

    autumn.mark_short_answers();
    autumn.run({"test", "grade", "2026Q4", "autumn", "--record", "--as", "p900"});
    PtyProcess todo(autumn.p042({"learn", "todo", "p042"}, day));
    CHECK_MESSAGE(todo.expect("试题专题  dues"), todo.shown());
    todo.wait();

    PtyProcess drill(autumn.p042({"learn", "drill", "--plain"}, "2026-10-21"));
    for (const char* prompt : {"1/2> ", "2/2> "}) {
      REQUIRE(drill.expect(prompt));
      drill.send("/-\r");
    }
    CHECK(drill.expect("练完了：2 题"));
    CHECK(drill.wait() == 0);
    autumn.run({"verify"});
  }
}
