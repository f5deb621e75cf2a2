#include "support/pty.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;
using sihu::test::PtyProcess;

// A workspace of its own, gone when the test ends.
class Office {
 public:
  Office() {
    std::string name = (fs::temp_directory_path() / "sihu-office-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
    fs::copy(fs::path(SIHU_SOURCE_DIR) / "tests/cli/fixture/inspection", root_ / "w",
             fs::copy_options::recursive);
  }
  ~Office() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  PtyProcess::Setting inspector() const {
    return {{SIHU_PROGRAM, "check", "run", "zb05", "--as", "p003", "--lang", "zh"},
            root_ / "w",
            {{"SIHU_DEVICE", "k7m2qx"},
             {"SIHU_NOW", "2026-10-14"},
             {"XDG_STATE_HOME", (root_ / "state").string()}}};
  }

  std::string ledger() const {
    std::ifstream in(root_ / "w/ledger/2026Q4/zb01.k7m2qx.tsv", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  int answers() const {
    const auto text = ledger();
    int count = 0;
    for (auto at = text.find("\tcheck.answer\t"); at != std::string::npos;
         at = text.find("\tcheck.answer\t", at + 1))
      ++count;
    return count;
  }

 private:
  fs::path root_;
};

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE(
      "Chinese is typed, one backspace deletes one character, and the answer is in the ledger") {
    const Office office;
    PtyProcess run(office.inspector());
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
    const Office office;
    {
      PtyProcess run(office.inspector());
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
    CHECK(office.answers() == 2);
    PtyProcess again(office.inspector());
    REQUIRE(again.expect("接着做：2 项已完成，共 5 项"));
    REQUIRE(again.expect("DF-03> "));
    again.send("3\r");
    REQUIRE(again.expect("DF-04> "));
    CHECK(office.answers() == 3);
  }

  TEST_CASE("killed at every prompt, every answer that was acknowledged is there") {
    const Office office;
    const std::string keys[] = {"p\r", "n 无\r", "3\r", "p\r"};
    for (int done = 0; done < 4; ++done) {
      PtyProcess run(office.inspector());
      REQUIRE(run.expect("DF-0" + std::to_string(done + 1) + "> "));
      run.send(keys[done]);
      REQUIRE(run.expect("已记录 DF-0" + std::to_string(done + 1)));
      run.kill_hard();
      run.wait();
      CHECK(office.answers() == done + 1);
    }
  }

  TEST_CASE("back, jump and quit move without recording, and Ctrl-C is 130") {
    const Office office;
    PtyProcess run(office.inspector());
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
    CHECK(office.answers() == 0);
  }

  TEST_CASE("the last answer ends the run with the score and the problems") {
    const Office office;
    PtyProcess run(office.inspector());
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
