#include "support/office.hpp"

#include <string>

using namespace sihu::test;

namespace {

PtyProcess::Setting inspector(const TerminalOffice& office) {
  return office.sihu({"check", "run", "zb05", "--plain", "--as", "p003"}, "2026-10-14");
}

int answers(const TerminalOffice& office) {
  return office.lines_of("check.answer");
}

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE(
      "Chinese is typed, one backspace deletes one character, and the answer is in the ledger") {
    const TerminalOffice office;
    PtyProcess run(inspector(office));
    REQUIRE(run.expect("DF-01> "));
    run.send("f 八月未收缴错\x7f，已核对\r");
    REQUIRE(run.expect("上次检查时就有吗"));
    run.send("y\r");
    REQUIRE(run.expect("已记录 DF-01 不通过"));
    REQUIRE(run.expect("期限 2026-10-29"));
    REQUIRE(run.expect("DF-02> "));
    CHECK(office.ledger().find("existed=yes\tnote=八月未收缴，已核对\ttook=") != std::string::npos);
    CHECK(office.ledger().find("text=八月未收缴，已核对") != std::string::npos);
    run.send("q\r");
    CHECK(run.wait() == 0);
    CHECK(run.terminal_is_normal());
  }

  TEST_CASE("killed in the middle, the next run goes on at the same item with nothing lost") {
    const TerminalOffice office;
    {
      PtyProcess run(inspector(office));
      REQUIRE(run.expect("DF-01> "));
      run.send("p\r");
      REQUIRE(run.expect("DF-02> "));
      run.send("n 没有台账\r");
      REQUIRE(run.expect("DF-03> "));
      run.send("2 还没打完的");
      REQUIRE(run.expect("还没打完的"));
      run.kill_hard();
      CHECK(run.wait() == 128 + 9);
    }
    CHECK(answers(office) == 2);
    PtyProcess again(inspector(office));
    REQUIRE(again.expect("接着做：2 项已完成，共 5 项"));
    REQUIRE(again.expect("DF-03> "));
    again.send("3\r");
    REQUIRE(again.expect("DF-04> "));
    CHECK(answers(office) == 3);
  }

  TEST_CASE("killed at every prompt, every answer that was acknowledged is there") {
    const TerminalOffice office;
    const std::string keys[] = {"p\r", "n 无\r", "3\r", "p\r"};
    for (int done = 0; done < 4; ++done) {
      PtyProcess run(inspector(office));
      REQUIRE(run.expect("DF-0" + std::to_string(done + 1) + "> "));
      run.send(keys[done]);
      REQUIRE(run.expect("已记录 DF-0" + std::to_string(done + 1)));
      run.kill_hard();
      run.wait();
      CHECK(answers(office) == done + 1);
    }
  }

  TEST_CASE("back, jump and quit move without recording, and Ctrl-C is 130") {
    const TerminalOffice office;
    PtyProcess run(inspector(office));
    REQUIRE(run.expect("DF-01> "));
    run.send("j DF-04\r");
    REQUIRE(run.expect("DF-04> "));
    run.send("b\r");
    REQUIRE(run.expect("DF-03> "));
    run.send("s\r");
    REQUIRE(run.expect("DF-04> "));
    run.send("f 打到一半\x03");
    CHECK(run.wait() == 130);
    CHECK(run.terminal_is_normal());
    CHECK(answers(office) == 0);
  }

  TEST_CASE("the last answer ends the run with the score and the problems") {
    const TerminalOffice office;
    PtyProcess run(inspector(office));
    REQUIRE(run.expect("DF-01> "));
    run.send("d 1*2\r");
    REQUIRE(run.expect("上次检查时就有吗"));
    run.send("\r");
    REQUIRE(run.expect("DF-02> "));
    run.send("n 无\r");
    REQUIRE(run.expect("DF-03> "));
    run.send("3\r");
    REQUIRE(run.expect("DF-04> "));
    run.send("ｐ\r");
    REQUIRE(run.expect("DF-05> "));
    run.send("通过\r");
    REQUIRE(run.expect("得分 17.00 / 20，完成 100%"));
    CHECK(run.wait() == 0);
    CHECK(run.shown().find("26Q4-zb05-k7m2qx-1  DF-01") != std::string::npos);
  }
}
