#include "support/office.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

using namespace sihu::test;

namespace {

constexpr const char* day = "2026-10-20T09:00:00+08:00";

// The office of examples/quarter, who have learnt, and inspected each other; the autumn paper is
// drawn, all but p042 have sat on paper, and p022 was absent.
class AutumnTest {
 public:
  AutumnTest() {
    std::filesystem::copy(std::filesystem::path(SIHU_SOURCE_DIR) / "examples/quarter",
                          office.workspace(),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
    run({"learn", "record", "--answers", "attendance.csv", "--as", "p900"});
    run({"learn", "record", "mentoring", "--on", "2026-10-19", "--teacher", "p041", "--mentee",
         "p042", "--as", "p041"});
    for (const auto& [branch, inspector] :
         {std::pair{"zb01", "p021"}, {"zb02", "p041"}, {"zb04", "p031"}, {"zb03", "p041"}})
      run({"check", "run", branch, "--answers", std::string(branch) + ".csv", "--as", inspector});
    run({"practice", "add", "zb03", "--item", "DF-04", "--note", "每月5日前公布", "--as", "p041"});
    run({"test", "paper", "2026Q4", "autumn", "--seed", "2026-10-20公开抽签", "--as", "p900"});
    run({"test", "record", "2026Q4", "autumn", "--answers", "answers.csv", "--as", "p900"});
  }

  void run(std::vector<std::string> words) const {
    PtyProcess process(office.sihu(std::move(words), day));
    const int status = process.wait();
    CHECK_MESSAGE(status == 0, process.shown());
  }

  // Whoever may mark a short answer that waits gives it all its points.
  void mark_short_answers(const std::vector<std::string>& more = {}) const {
    for (const char* marker : {"p031", "p021", "p041", "p011"}) {
      std::vector<std::string> words{"test", "mark", "2026Q4", "autumn", "--as", marker};
      words.insert(words.end(), more.begin(), more.end());
      PtyProcess process(office.sihu(words, day));
      while (process.expect("离开）> ")) process.send("8\r");
      CHECK_MESSAGE(process.wait() == 0, process.shown());
    }
  }

  PtyProcess::Setting p042(std::vector<std::string> words, const char* now) const {
    words.insert(words.end(), {"--as", "p042"});
    return office.sihu(std::move(words), now);
  }

  // Answers one question after the other, then hands in.
  static void sit(PtyProcess& sitting, int first, const std::vector<std::string>& answers) {
    int number = first;
    for (const std::string& answer : answers) {
      REQUIRE(sitting.expect(std::to_string(number++) + "/9> "));
      sitting.send(answer + "\r");
    }
    REQUIRE(sitting.expect("> "));
    sitting.send("/h\r");
    REQUIRE(sitting.expect("已交卷，9 题答了 9 题"));
    CHECK(sitting.wait() == 0);
  }

  void shows(std::vector<std::string> words, const std::string& text) const {
    PtyProcess process(office.sihu(std::move(words), day));
    CHECK_MESSAGE(process.expect(text), process.shown());
    process.wait();
  }

  TerminalOffice office;
};

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE("a quarter: learnt, inspected, sat though killed, marked, made up, drilled, planned") {
    const AutumnTest autumn;
    const std::vector<std::string> take{"test", "take", "2026Q4", "autumn", "--plain", "--start"};
    {
      PtyProcess sitting(autumn.p042(take, day));
      REQUIRE(sitting.expect("1/9> "));
      sitting.send("B\r");
      REQUIRE(sitting.expect("2/9> "));
      sitting.send("B\r");  // not the right one
      REQUIRE(sitting.expect("3/9> "));
      sitting.kill_hard();
      CHECK(sitting.wait() == 128 + 9);
    }
    PtyProcess sitting(autumn.p042(take, "2026-10-20T09:05:00+08:00"));
    REQUIRE(sitting.expect("剩 15:0"));
    AutumnTest::sit(sitting, 3, {"A", "A", "A", "T", "T", "6", "时间地点、出席和缺席、决议"});

    autumn.mark_short_answers();
    autumn.run({"test", "grade", "2026Q4", "autumn", "--record", "--as", "p900"});
    autumn.run({"test", "paper", "2026Q4", "autumn", "--make-up", "--seed", "2026-10-20公开抽签",
                "--as", "p900"});
    PtyProcess again(autumn.office.sihu(
        {"test", "take", "2026Q4", "autumn", "--plain", "--start", "--make-up", "--as", "p022"},
        day));
    AutumnTest::sit(again, 1, {"B", "D", "B", "B", "A", "F", "F", "6", "每年公布一次，拍照留存"});
    autumn.mark_short_answers({"--make-up"});
    autumn.run({"test", "grade", "2026Q4", "autumn", "--make-up", "--record", "--as", "p900"});

    autumn.shows({"learn", "todo", "p042"}, "试题专题  dues");
    autumn.shows({"learn", "todo", "zb01"}, "每月5日");
    autumn.shows({"learn", "hours"}, "p042");
    autumn.shows({"plan", "2027Q1", "--seed", "公开抽签", "--as", "p900"}, "互学");
    autumn.shows({"tally", "2026Q4"}, "zb03");

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
