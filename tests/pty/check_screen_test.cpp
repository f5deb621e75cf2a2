#include "support/office.hpp"

#include <signal.h>

#include <string>

using namespace sihu::test;

namespace {

constexpr const char* screen_before = "\x1b[?1049l";  // what xterm is told to show again

PtyProcess::Setting on_screen(const TerminalOffice& office) {
  return office.sihu({"check", "run", "zb05", "--as", "p003"}, "2026-10-14");
}

bool is_restored(const PtyProcess& run) {
  return run.terminal_is_normal() && run.shown().rfind(screen_before) != std::string::npos;
}

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE("on a full screen a pass is one key, saved before the next") {
    const TerminalOffice office;
    PtyProcess run(on_screen(office));
    REQUIRE(run.expect("Tab"));
    CHECK_FALSE(run.terminal_is_normal());
    run.send("p");
    REQUIRE(run.expect("DF-01 通过"));
    CHECK(office.lines_of("check.answer") == 1);
    run.send("q");
    CHECK(run.wait() == 0);
    CHECK(is_restored(run));
    CHECK(run.shown().find("已完成 1/5") != std::string::npos);
  }

  TEST_CASE("a full screen says that the two branches are kept apart") {
    const TerminalOffice office;
    std::ofstream(office.workspace() / "sihu.yaml", std::ios::app) << "recuse: [[zb01, zb05]]\n";
    PtyProcess run(on_screen(office));
    REQUIRE(run.expect("应当回避"));
    run.send("q");
    CHECK(run.wait() == 0);
  }

  TEST_CASE("a full screen is put back whatever signal ends it") {
    for (const int signal_number : {SIGTERM, SIGHUP, SIGSEGV, SIGABRT}) {
      const TerminalOffice office;
      PtyProcess run(on_screen(office));
      REQUIRE(run.expect("Tab"));
      kill(run.pid(), signal_number);
      CHECK(run.wait() == 128 + signal_number);
      CHECK(is_restored(run));
      CHECK(run.shown().find("答过的都已保存") != std::string::npos);
    }
  }

  TEST_CASE("Ctrl-C and SIGINT end a full screen alike") {
    const TerminalOffice office;
    PtyProcess typed(on_screen(office));
    REQUIRE(typed.expect("Tab"));
    typed.send("f半句\x03");
    CHECK(typed.wait() == 130);
    CHECK(is_restored(typed));
    PtyProcess sent(on_screen(office));
    REQUIRE(sent.expect("Tab"));
    kill(sent.pid(), SIGINT);
    CHECK(sent.wait() == 130);
    CHECK(is_restored(sent));
    CHECK(office.lines_of("check.answer") == 0);
  }

  TEST_CASE("what is pasted into the list answers nothing, into a note it is one text") {
    const TerminalOffice office;
    PtyProcess run(on_screen(office));
    REQUIRE(run.expect("Tab"));
    run.send("\x1b[200~pppp\x1b[201~");
    REQUIRE(run.expect("f、n、m"));
    CHECK(office.lines_of("check.answer") == 0);
    run.send("n\x1b[200~一\n二\x1b[201~\r");
    REQUIRE(run.expect("DF-01 不适用"));
    CHECK(office.ledger().find("note=一 二") != std::string::npos);
    run.send("q");
    CHECK(run.wait() == 0);
  }
}
