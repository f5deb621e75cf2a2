#include "tools/terminal/edit.hpp"

#include "base/utf8.hpp"

#include <doctest/doctest.h>

namespace {

using sihu::Key;
using sihu::KeyDecoder;
using sihu::LineEdit;

// The line after these bytes arrived from a terminal.
LineEdit typed(std::string_view bytes) {
  KeyDecoder decoder;
  LineEdit line;
  for (const Key& key : decoder.feed(bytes)) line.press(key);
  return line;
}

LineEdit::Outcome outcome_of(std::string_view bytes) {
  KeyDecoder decoder;
  LineEdit line;
  for (const Key& key : decoder.feed(bytes))
    if (const auto outcome = line.press(key); outcome != LineEdit::Outcome::going_on)
      return outcome;
  return LineEdit::Outcome::going_on;
}

constexpr const char* family = "👨‍👩‍👧";

}  // namespace

TEST_SUITE("terminal") {
  TEST_CASE("one backspace deletes what a reader takes for one character") {
    CHECK(typed("八月未收缴\x7f").text() == "八月未收");
    CHECK(typed(std::string("好") + family + "\x7f").text() == "好");
    CHECK(typed("e\xcc\x81\x7f").text().empty());
    CHECK(typed("🇨🇳\x7f").text().empty());
    CHECK(typed("abc\x08").text() == "ab");
    CHECK(typed("\x7f").text().empty());
  }

  TEST_CASE("arrows move by whole characters and typing goes in where the cursor stands") {
    CHECK(typed("党费\x1b[D月\x1b[C。").text() == "党月费。");
    CHECK(typed("党费\x1bOD\x1bOD\x1b[3~").text() == "费");
    CHECK(typed("费\x01党\x05!").text() == "党费!");
    CHECK(typed("费\x1b[H党\x1b[F!").text() == "党费!");
    CHECK(typed("费\x1b[1~党\x1b[4~!").text() == "党费!");
    CHECK(typed("\x1b[D\x1b[C\x1b[3~").text().empty());
  }

  TEST_CASE("the control keys cut before, behind and by word") {
    CHECK(typed("一二 三四\x1b[D\x15").text() == "四");
    CHECK(typed("一二 三四\x1b[D\x0b").text() == "一二 三");
    CHECK(typed("一二 三四  \x17").text() == "一二 ");
    CHECK(typed("\x17\x15\x0b").text().empty());
  }

  TEST_CASE("enter, Ctrl-C and Ctrl-D end the line, Ctrl-D only when it is empty") {
    CHECK(outcome_of("a\r") == LineEdit::Outcome::entered);
    CHECK(outcome_of("a\n") == LineEdit::Outcome::entered);
    CHECK(outcome_of("a\x03") == LineEdit::Outcome::interrupted);
    CHECK(outcome_of("\x04") == LineEdit::Outcome::ended);
    CHECK(outcome_of("a\x04") == LineEdit::Outcome::going_on);
    CHECK(typed("费用\x01\x04").text() == "用");
  }

  TEST_CASE("bytes may arrive cut anywhere") {
    const std::string bytes =
        std::string("党") + family + "\x1b[D月\x1b[3~\x1b[200~a\r\nb\x1b[201~";
    const std::string whole = typed(bytes).text();
    CHECK(whole == "党月a  b");
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
      KeyDecoder decoder;
      LineEdit line;
      for (const std::string& part : {bytes.substr(0, cut), bytes.substr(cut)})
        for (const Key& key : decoder.feed(part)) line.press(key);
      CHECK(line.text() == whole);
    }
  }

  TEST_CASE("a pasted text stays one line and its keys are not pressed") {
    CHECK(outcome_of("\x1b[200~一\r二\x03三\x1b[201~") == LineEdit::Outcome::going_on);
    CHECK(typed("\x1b[200~一\r二\t三\x1b[D\x1b[201~。").text() == "一 二 三。");
  }

  TEST_CASE("what is no text is dropped and the rest kept") {
    CHECK(typed("a\xff\xfe"
                "b")
              .text() == "ab");
    CHECK(typed("\xe5\x85"
                "ab")
              .text() == "ab");
    CHECK(typed("\xc0\x80\xed\xa0\x80"
                "ab")
              .text() == "ab");
    CHECK(typed("a\x1b[99;99Zb\x07\x1bxc").text() == "abxc");
    CHECK(typed(std::string("a\x1b[") + std::string(100, '1') + "~b").text().ends_with("b"));
    CHECK(typed("a\xc2\x9b"
                "b")
              .text() == "ab");
  }

  TEST_CASE("any bytes at all leave well-formed text with the cursor inside it") {
    unsigned state = 1;
    for (int round = 0; round < 300; ++round) {
      std::string bytes;
      for (int i = 0; i < 60; ++i) {
        state = state * 1664525u + 1013904223u;
        bytes += i % 7 == 0 ? std::string("党") : std::string(1, static_cast<char>(state >> 24));
      }
      const LineEdit line = typed(bytes);
      CHECK_FALSE(sihu::find_invalid_utf8(line.text()));
      CHECK(line.cursor() <= line.text().size());
    }
  }

  TEST_CASE("the view keeps the cursor in sight and counts Chinese as two columns") {
    const LineEdit line = typed("一二三四五");
    CHECK(line.view(20).shown == "一二三四五");
    CHECK(line.view(20).cursor == 10);
    CHECK(line.view(7).shown == "三四五");
    CHECK(line.view(7).cursor == 6);
    const LineEdit home = typed("一二三四五\x01");
    CHECK(home.view(7).shown == "一二三");
    CHECK(home.view(7).cursor == 0);
    CHECK(typed("").view(1).shown.empty());
  }

  TEST_CASE("a line does not grow without end") {
    CHECK(typed(std::string(20000, 'a')).text().size() <= sihu::longest_line);
  }
}
