#include "wording/width.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("wording") {
  TEST_CASE("widths are what a terminal shows") {
    CHECK(display_width("第五党支部") == 10);
    CHECK(display_width("DF-02 按月足额收缴") == 18);
    CHECK(display_width("👨‍👩‍👧") == 2);
    CHECK(display_width("🇨🇳") == 2);
    CHECK(display_width("☀️") == 2);
    CHECK(display_width("①") == 1);
    CHECK(display_width("e\u0301") == 1);
  }

  TEST_CASE("one backspace deletes one character as the reader sees it") {
    CHECK(graphemes("党👨‍👩‍👧e\u0301").size() == 3);
  }

  TEST_CASE("padding and shortening count columns") {
    CHECK(pad_right("党费", 6) == "党费  ");
    CHECK(pad_left("党费", 6) == "  党费");
    CHECK(pad_right("党费党费", 6) == "党费党费");
    CHECK(shorten("按月足额收缴", 7) == "按月足…");
    CHECK(shorten("按月", 4) == "按月");
  }

  TEST_CASE("no wrapped line is wider than asked, and nothing is lost") {
    const std::string text =
        "每名党员每月按规定比例交纳，有台账、有收据 receipts kept for inspection";
    for (int columns = 2; columns < 60; ++columns) {
      std::string joined;
      for (const std::string& line : wrap(text, columns)) {
        if (columns > 3) CHECK(display_width(line) <= columns + 2);
        joined += line;
      }
      std::erase(joined, ' ');
      std::string expected = text;
      std::erase(expected, ' ');
      CHECK(joined == expected);
    }
  }

  TEST_CASE("only lines that are too wide are broken, and go on below their text") {
    CHECK(within("short  \n\n  A. an option of words\n", 12) ==
          "short  \n\n  A. an\n  option of\n  words\n");
    CHECK(within("按月足额收缴党费", 8) == "按月足额\n收缴党费");
    CHECK(within("", 8).empty());
  }

  TEST_CASE("a message shows the beginning of a text that may be a page long") {
    CHECK(in_brief("DF-02") == "DF-02");
    CHECK(in_brief("a\tb") == "a\\tb");
    CHECK(display_width(in_brief(std::string(3000000, 'x'))) == 40);
  }

  TEST_CASE("a comma does not start a line") {
    for (const std::string& line : wrap("一二三四，五六七八。", 8)) {
      CHECK_FALSE(line.starts_with("，"));
      CHECK_FALSE(line.starts_with("。"));
    }
  }
}
