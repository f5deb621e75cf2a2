#include "calendar/instant.hpp"
#include "support/office.hpp"

#include <chrono>
#include <csignal>
#include <fstream>
#include <string>
#include <thread>

using namespace sihu::test;

namespace {

// An office whose paper is drawn; p004 is to sit it.
class Examinees {
 public:
  Examinees() {
    std::filesystem::copy(std::filesystem::path(SIHU_SOURCE_DIR) / "tests/cli/fixture/exam",
                          office.workspace(), std::filesystem::copy_options::recursive);
    PtyProcess draw(office.sihu(
        {"test", "paper", "2026Q4", "safety", "--seed", "20261001", "--as", "p900"}, "2026-12-20"));
    REQUIRE(draw.wait() == 0);
  }

  PtyProcess::Setting candidate(const std::string& now) const {
    return office.sihu({"test", "take", "2026Q4", "safety", "--plain", "--start", "--as", "p004"},
                       now);
  }
  int handed_in() const { return office.lines_of("test.sitting"); }
  // By the machine's clock, milliseconds since 1970.
  std::int64_t begun_at() const {
    const std::string ledger = office.ledger();
    const auto at = ledger.find("\ttest.start\t");
    REQUIRE(at != std::string::npos);
    const auto begin = ledger.rfind('\n', at) + 1;
    const std::string line = ledger.substr(begin, ledger.find('\n', at) - begin);
    const auto clock = line.find("\tclock=");
    return sihu::Instant::parse(line.substr(clock == std::string::npos ? 0 : clock + 7, 24))
        ->milliseconds;
  }
  // What the sitting's file on this machine says.
  std::string notes() const {
    std::string all;
    for (const auto& one :
         std::filesystem::directory_iterator(office.workspace().parent_path() / "state/sihu")) {
      std::ifstream in(one.path(), std::ios::binary);
      if (one.path().extension() == ".sitting") all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }

  TerminalOffice office;
};

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE("a paper is sat by typing, and handed in when it is asked for twice") {
    const Examinees examinees;
    PtyProcess run(examinees.candidate("2026-12-20T09:00:00+08:00"));
    REQUIRE(run.expect("剩 30:00"));
    REQUIRE(run.expect("1/5> "));
    run.send("a\r");
    REQUIRE(run.expect("2/5> "));
    run.send("／4\r");
    REQUIRE(run.expect("4/5> "));
    run.send("对\r");
    REQUIRE(run.expect("5/5> "));
    run.send("/h\r");
    REQUIRE(run.expect("再打一次 /h 就交卷"));
    CHECK(examinees.handed_in() == 0);
    run.send("/h\r");
    REQUIRE(run.expect("已交卷，5 题答了 2 题"));
    CHECK(run.wait() == 0);
    CHECK(run.terminal_is_normal());
    CHECK(examinees.handed_in() == 1);
  }

  TEST_CASE("only Enter begins a paper, and before that no time runs and nothing is written") {
    const Examinees examinees;
    const auto ask = [&] {
      return examinees.office.sihu({"test", "take", "2026Q4", "safety", "--plain", "--as", "p004"},
                                   "2026-12-20T09:00:00+08:00");
    };
    PtyProcess leaves(ask());
    REQUIRE(leaves.expect("回车开始，q 离开> "));
    leaves.send("x\r");
    REQUIRE(leaves.expect("回车开始，q 离开> "));
    leaves.send("q\r");
    REQUIRE(leaves.expect("没有开始，不计时"));
    CHECK(leaves.wait() == 0);
    CHECK(examinees.office.lines_of("test.start") == 0);
    PtyProcess begins(ask());
    REQUIRE(begins.expect("回车开始，q 离开> "));
    begins.send("\r");
    REQUIRE(begins.expect("1/5> "));
    CHECK(examinees.office.lines_of("test.start") == 1);
    begins.send("/q\r");
    CHECK(begins.wait() == 0);
    PtyProcess again(ask());
    REQUIRE(again.expect("1/5> "));  // begun is begun: it is not asked twice
    again.send("/q\r");
    CHECK(again.wait() == 0);
  }

  TEST_CASE("time runs from Enter, however long somebody looks at the first page") {
    const Examinees examinees;
    auto setting =
        examinees.office.sihu({"test", "take", "2026Q4", "safety", "--plain", "--as", "p004"}, "");
    setting.environment.erase("SIHU_NOW");
    PtyProcess run(setting);
    REQUIRE(run.expect("回车开始，q 离开> "));
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    const auto entered = std::chrono::system_clock::now();
    run.send("\r");
    REQUIRE(run.expect("1/5> "));
    CHECK(
        examinees.begun_at() >=
        std::chrono::duration_cast<std::chrono::milliseconds>(entered.time_since_epoch()).count());
    run.send("/q\r");
    CHECK(run.wait() == 0);
  }

  TEST_CASE("the time is kept while nobody answers") {
    const Examinees examinees;
    auto setting = examinees.candidate("");
    setting.environment.erase("SIHU_NOW");
    PtyProcess run(setting);
    REQUIRE(run.expect("1/5> "));
    constexpr int half_seconds = 60;
    for (int i = 0; i < half_seconds && examinees.notes().find(" seen") == std::string::npos; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(500));
    CHECK(examinees.notes().find(" seen") != std::string::npos);
    kill(run.pid(), SIGKILL);
    run.wait();
  }

  TEST_CASE("killed, and the clock set back to where it was: the time went on all the same") {
    const Examinees examinees;
    PtyProcess run(examinees.candidate("2026-12-20T09:00:00+08:00"));
    REQUIRE(run.expect("剩 30:00"));
    std::this_thread::sleep_for(std::chrono::milliseconds(4000));
    kill(run.pid(), SIGKILL);
    run.wait();
    PtyProcess again(examinees.candidate("2026-12-20T09:00:00+08:00"));
    CHECK(again.expect("剩 29:5"));
    again.send("/q\r");
    again.wait();
  }

  TEST_CASE("killed while sitting, every answer is there again, and the time went on") {
    const Examinees examinees;
    {
      PtyProcess run(examinees.candidate("2026-12-20T09:00:00+08:00"));
      REQUIRE(run.expect("1/5> "));
      run.send("b\r");
      REQUIRE(run.expect("2/5> "));
      run.send("c\r");
      REQUIRE(run.expect("3/5> "));
      run.send("/f\r");
      REQUIRE(run.expect("已标记"));
      run.kill_hard();
      CHECK(run.wait() == 128 + 9);
    }
    PtyProcess again(examinees.candidate("2026-12-20T09:12:30+08:00"));
    REQUIRE(again.expect("第 3/5 题"));
    REQUIRE(again.expect("已标记"));
    REQUIRE(again.expect("剩 17:3"));
    again.send("/1\r");
    REQUIRE(again.expect("已答：B"));
    again.send("/2\r");
    REQUIRE(again.expect("已答：C"));
    again.send("/q\r");
    REQUIRE(again.expect("没有交卷"));
    CHECK(again.wait() == 0);
  }

  TEST_CASE("ended by a signal, it says that the answers are kept") {
    const Examinees examinees;
    PtyProcess run(examinees.candidate("2026-12-20T09:00:00+08:00"));
    REQUIRE(run.expect("1/5> "));
    kill(run.pid(), SIGTERM);
    CHECK(run.wait() == 128 + SIGTERM);
    CHECK(run.terminal_is_normal());
    CHECK(run.shown().find("没有交卷。答过的都在这台机器上") != std::string::npos);
  }

  TEST_CASE("a clock that is turned back gives no time, and is told") {
    const Examinees examinees;
    {
      PtyProcess run(examinees.candidate("2026-12-20T09:00:00+08:00"));
      REQUIRE(run.expect("1/5> "));
    }
    {
      PtyProcess run(examinees.candidate("2026-12-20T09:20:00+08:00"));
      REQUIRE(run.expect("剩 10:00"));
      run.send("a\r");
      REQUIRE(run.expect("2/5> "));
      run.send("/q\r");
      CHECK(run.wait() == 0);
    }
    PtyProcess back(examinees.candidate("2026-12-20T08:00:00+08:00"));
    REQUIRE(back.expect("剩 10:00"));
    back.send("/h\r/h\r");
    REQUIRE(back.expect("已交卷"));
    CHECK(back.wait() == 0);
    CHECK(examinees.office.ledger().find("\tturned=yes") != std::string::npos);
  }

  TEST_CASE("after the end nothing more is taken: what was answered in time is handed in") {
    const Examinees examinees;
    {
      PtyProcess run(examinees.candidate("2026-12-20T09:00:00+08:00"));
      REQUIRE(run.expect("1/5> "));
      run.send("a\r");
      REQUIRE(run.expect("2/5> "));
      run.kill_hard();
      run.wait();
    }
    PtyProcess late(examinees.candidate("2026-12-20T10:00:00+08:00"));
    REQUIRE(late.expect("时间到，交卷"));
    REQUIRE(late.expect("5 题答了 1 题"));
    CHECK(late.wait() == 0);
    CHECK(examinees.handed_in() == 1);
    // The hour in which nobody was at it is no time that was taken.
    CHECK(examinees.office.ledger().find("\ttook=1800") != std::string::npos);
  }

  TEST_CASE("typed in time and not entered: the end comes by itself, and it counts") {
    const Examinees examinees;
    {
      PtyProcess run(examinees.candidate("2026-12-20T09:00:00+08:00"));
      REQUIRE(run.expect("1/5> "));
    }
    PtyProcess run(examinees.candidate("2026-12-20T09:29:50+08:00"));
    REQUIRE(run.expect("1/5> "));
    run.send("a");
    REQUIRE(run.expect("时间到，交卷"));
    REQUIRE(run.expect("第 1 题打了还没按回车，时间内打的算作答案：a"));
    REQUIRE(run.expect("5 题答了 1 题"));
    CHECK(run.wait() == 0);
    CHECK(run.terminal_is_normal());
  }
}
