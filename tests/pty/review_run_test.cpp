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
    return office.sihu({"review", "run", "2026Q4", "--as", "p001"}, "2026-12-20");
  }
  int sheets() const { return office.lines_of("review.sheet"); }

  Office office;
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
}
