#include "support/office.hpp"

#include <fstream>
#include <string>

using namespace sihu::test;

namespace {

// Branches that review each other by two criteria.
class Reviewers {
 public:
  Reviewers() {
    std::filesystem::create_directory(office.workspace() / "rubrics");
    std::ofstream(office.workspace() / "rubrics/work.yaml")
        << "rubric: work\nversion: '1'\ntitle: 互评\nscale: {from: 1, to: 5}\ncriteria:\n"
           "  - {id: C1, title: 按时, weight: 60}\n  - {id: C2, title: 帮人, weight: 40}\n";
  }

  PtyProcess::Setting reviewer() const {
    auto setting = office.sihu({"review", "run", "2026Q4", "--as", "p001"}, "2026-12-20");
    setting.columns = 120;  // a sentence is looked for in one line
    return setting;
  }
  // The committee makes its key, and writes it into sihu.yaml.
  void seal() const {
    PtyProcess made(office.sihu({"key", "new", "--review", "--as", "p900"}, "2026-12-20"));
    REQUIRE(made.wait() == 0);
    const std::string& shown = made.shown();
    const auto line = shown.find("key: 'x25519:");
    REQUIRE(line != std::string::npos);
    std::ofstream(office.workspace() / "sihu.yaml", std::ios::app)
        << "review: {" << shown.substr(line, shown.find('\'', line + 6) + 1 - line) << "}\n";
  }
  int sheets() const { return office.lines_of("review.sheet"); }

  TerminalOffice office;
};

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE("a branch is reviewed by typing, in Chinese too, and recorded when all is given") {
    const Reviewers reviewers;
    PtyProcess run(reviewers.reviewer());
    REQUIRE(run.expect("zb05 C1> "));
    run.send("9\r");
    REQUIRE(run.expect("应是 1 到 5 的数字"));
    run.send("4\r");
    REQUIRE(run.expect("zb05 C2> "));
    run.send("３\r");
    REQUIRE(run.expect("zb05 意见> "));
    CHECK(reviewers.sheets() == 0);
    run.send("会开得实错\x7f\r");
    REQUIRE(run.expect("已交 zb05 的评分表"));
    REQUIRE(run.expect("zb09 C1> "));
    CHECK(reviewers.office.ledger().find("note=会开得实\t") != std::string::npos);
    CHECK(reviewers.office.ledger().find("sheet=C1=4;C2=3\t") != std::string::npos);
    run.send("q\r");
    CHECK(run.wait() == 0);
    CHECK(run.terminal_is_normal());
  }

  TEST_CASE("killed in the middle of a branch, what was handed in is there and the rest is asked") {
    const Reviewers reviewers;
    {
      PtyProcess run(reviewers.reviewer());
      REQUIRE(run.expect("zb05 C1> "));
      run.send("4\r");
      REQUIRE(run.expect("zb05 C2> "));
      run.send("3\r");
      REQUIRE(run.expect("zb05 意见> "));
      run.send("\r");
      REQUIRE(run.expect("zb09 C1> "));
      run.send("5\r");
      REQUIRE(run.expect("zb09 C2> "));
      run.kill_hard();
      CHECK(run.wait() == 128 + 9);
    }
    CHECK(reviewers.sheets() == 1);
    PtyProcess again(reviewers.reviewer());
    REQUIRE(again.expect("zb09 C1> "));
    again.send("5\r");
    REQUIRE(again.expect("zb09 C2> "));
    again.send("5\r");
    REQUIRE(again.expect("zb09 意见> "));
    again.send("\r");
    REQUIRE(again.expect("这次交了 1 份"));
    CHECK(again.wait() == 0);
    CHECK(reviewers.sheets() == 2);
  }

  TEST_CASE("Ctrl-C leaves the branch that was begun unrecorded") {
    const Reviewers reviewers;
    PtyProcess run(reviewers.reviewer());
    REQUIRE(run.expect("zb05 C1> "));
    run.send("4\r");
    REQUIRE(run.expect("zb05 C2> "));
    run.send("\x03");
    CHECK(run.wait() == 130);
    CHECK(run.terminal_is_normal());
    CHECK(reviewers.sheets() == 0);
  }

  TEST_CASE("q or the end of input in the middle of a sheet says that it was not handed in") {
    const Reviewers reviewers;
    for (const char* end : {"q\r", "\x04"}) {
      PtyProcess run(reviewers.reviewer());
      REQUIRE(run.expect("zb05 C1> "));
      run.send("4\r");
      REQUIRE(run.expect("zb05 C2> "));
      run.send(end);
      CHECK(
          run.expect("评 zb05 的表没有交（2 项打了 1 项），也没有保存；要交，用 sihu review run "
                     "2026Q4 zb05 从头打"));
      CHECK(run.expect("这次交了 0 份"));
      CHECK(run.wait() == 0);
      CHECK(run.terminal_is_normal());
    }
    CHECK(reviewers.sheets() == 0);
  }

  TEST_CASE(
      "sealed, it goes from the first branch to the last, and nobody can read what was given") {
    const Reviewers reviewers;
    reviewers.seal();
    PtyProcess run(reviewers.reviewer());
    for (const std::string branch : {"zb05", "zb09"}) {
      REQUIRE(run.expect(branch == "zb05" ? "（1/2）" : "（2/2）"));
      REQUIRE(run.expect(branch + " C1> "));
      run.send("4\r");
      REQUIRE(run.expect(branch + " C2> "));
      run.send("3\r");
      REQUIRE(run.expect(branch + " 意见> "));
      run.send("会开得实\r");
      REQUIRE(run.expect("已交 " + branch + " 的评分表"));
    }
    REQUIRE(run.expect("这次交了 2 份"));
    CHECK(run.wait() == 0);
    CHECK(run.shown().find("谁就读得到评分表") == std::string::npos);
    CHECK(reviewers.sheets() == 2);
    CHECK(reviewers.office.ledger().find("C1=4") == std::string::npos);
    CHECK(reviewers.office.ledger().find("会开得实") == std::string::npos);
  }

  TEST_CASE("a branch that is named again says at the top that its sheet will be replaced") {
    const Reviewers reviewers;
    for (const bool again : {false, true}) {
      PtyProcess run(
          reviewers.office.sihu({"review", "run", "2026Q4", "zb05", "--as", "p001"}, "2026-12-20"));
      if (again) REQUIRE(run.expect("已有你评它的表，这次交了就替换"));
      REQUIRE(run.expect("zb05 C1> "));
      // Another mark: the same sheet again would change nothing.
      run.send(again ? "2\r" : "4\r");
      REQUIRE(run.expect("zb05 C2> "));
      run.send("3\r");
      REQUIRE(run.expect("zb05 意见> "));
      run.send("\r");
      REQUIRE(run.expect(again ? "已交 zb05 的评分表，替换了原来的" : "已交 zb05 的评分表"));
      CHECK(run.wait() == 0);
    }
  }
}
