#include "support/pty.hpp"

#include <doctest/doctest.h>

#include <signal.h>

#include <filesystem>

namespace {

using sihu::test::PtyProcess;

PtyProcess::Setting echo(std::string term = "xterm", int columns = 80) {
  return {
      {LINE_ECHO}, std::filesystem::temp_directory_path(), {{"TERM", std::move(term)}}, columns};
}

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE("typed Chinese arrives, and backspace deletes one character") {
    PtyProcess program(echo());
    REQUIRE(program.expect("请答："));
    program.send("八月未收缴\x7f\x7f交\r");
    CHECK(program.expect("<八月未交>"));
    program.send("👨‍👩‍👧\x7f好\x1b[D你\r");
    CHECK(program.expect("<你好>"));
    program.send("\x04");
    CHECK(program.expect("ended"));
    CHECK(program.wait() == 0);
    CHECK(program.terminal_is_normal());
  }

  TEST_CASE("lines typed ahead of the prompt are not lost") {
    PtyProcess program(echo());
    program.send("一\r二\r三\r");
    CHECK(program.expect("<一>"));
    CHECK(program.expect("<二>"));
    CHECK(program.expect("<三>"));
    program.send("\x04");
    CHECK(program.wait() == 0);
  }

  TEST_CASE("Ctrl-C interrupts and leaves the terminal as it was") {
    PtyProcess program(echo());
    REQUIRE(program.expect("请答："));
    program.send("半句\x03");
    CHECK(program.expect("interrupted"));
    CHECK(program.wait() == 130);
    CHECK(program.terminal_is_normal());
  }

  TEST_CASE("a signal from outside interrupts too") {
    PtyProcess program(echo());
    REQUIRE(program.expect("请答："));
    program.send("半");
    REQUIRE(program.expect("半"));
    kill(program.pid(), SIGINT);
    CHECK(program.expect("interrupted"));
    CHECK(program.wait() == 130);
  }

  TEST_CASE("a program ended by a signal puts the terminal back first") {
    for (const int signal_number : {SIGTERM, SIGHUP, SIGSEGV}) {
      PtyProcess program(echo());
      REQUIRE(program.expect("请答："));
      program.send("字");
      REQUIRE(program.expect("字"));
      CHECK_FALSE(program.terminal_is_normal());
      kill(program.pid(), signal_number);
      CHECK(program.wait() == 128 + signal_number);
      CHECK(program.terminal_is_normal());
    }
  }

  TEST_CASE("a pasted text with line feeds is one answer") {
    PtyProcess program(echo());
    REQUIRE(program.expect("请答："));
    program.send("\x1b[200~一\n二\x1b[201~\r");
    CHECK(program.expect("<一 二>"));
  }

  TEST_CASE("a dumb terminal is read by plain lines") {
    PtyProcess program(echo("dumb"));
    REQUIRE(program.expect("请答："));
    program.send("你好\n");
    CHECK(program.expect("<你好>"));
    CHECK(program.shown().find('\x1b') == std::string::npos);
    program.send("\x04");
    CHECK(program.wait() == 0);
  }

  TEST_CASE("a line longer than the window scrolls and arrives whole") {
    PtyProcess program(echo("xterm", 30));
    REQUIRE(program.expect("请答："));
    const std::string text = "一二三四五六七八九十一二三四五六七八九十";
    program.send(text + "\r");
    CHECK(program.expect("<" + text + ">"));
  }
}
