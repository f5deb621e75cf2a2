#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("base") {
  TEST_CASE("only well-formed UTF-8 passes, and the first bad byte is named") {
    CHECK_FALSE(find_invalid_utf8("党费 dues 👍"));
    CHECK(find_invalid_utf8("a\x80") == 1);
    CHECK(find_invalid_utf8("\xc0\x80") == 0);          // overlong
    CHECK(find_invalid_utf8("\xed\xa0\x80") == 0);      // surrogate
    CHECK(find_invalid_utf8("\xf4\x90\x80\x80") == 0);  // above U+10FFFF
    CHECK(find_invalid_utf8("\xe5\x85") == 0);          // cut in a character
    CHECK(find_invalid_utf8("\xb5\xb3\xb7\xd1") == 0);  // 党费 in GBK
  }

  TEST_CASE("plain is what is well-formed and has no control character but tab and line feed") {
    for (const char* plain :
         {"", "a", "a\tb\n", "八月党费未按月收缴，12345678", "\xc2\xa0", "é😀 ~"})
      CHECK(is_plain_text(plain));
    for (const char* other : {"\x01", "12345678\r", "\x7f", "\xc2\x80", "八\xc2\x9f", "\xe5\x85",
                              "\xed\xa0\x80", "\xe0\x80\x80", "12345678\xff", "\xf5\x80\x80\x80"})
      CHECK_FALSE(is_plain_text(other));
    CHECK_FALSE(is_plain_text(std::string_view("a\0b", 3)));
  }

  TEST_CASE("every code point survives being written and read") {
    for (char32_t code = 0; code < 0x110000; code += code < 0x1000 ? 1 : 97) {
      if (code >= 0xd800 && code < 0xe000) continue;
      std::string text;
      append_utf8(text, code);
      std::size_t at = 0;
      REQUIRE_FALSE(find_invalid_utf8(text));
      REQUIRE(next_code_point(text, at) == code);
      REQUIRE(at == text.size());
    }
  }

  TEST_CASE("what would move the cursor or turn the text around is shown instead") {
    CHECK(visible("a\x1b[31mb\n\tc") == "a\\x1b[31mb\\n\\tc");
    CHECK(visible_paragraphs("a\x1b[31mb\n\tc\r\nd\n") == "a\\x1b[31mb\n    c\nd");
    CHECK(visible("\xc2\x9b") == "\\x9b");
    CHECK(visible("x\xe2\x80\xaey") == "x\\u{202e}y");
    CHECK(visible("按月足额收缴") == "按月足额收缴");
    for (const char* hidden :
         {"\u200b", "\u200c", "\u200e", "\u2060", "\u2067", "\u061c", "\ufeff"})
      CHECK_MESSAGE(visible(hidden).starts_with("\\u{"), hidden);
    CHECK(visible("\U0001f469\u200d\U0001f527\ufe0f") == "\U0001f469\u200d\U0001f527\ufe0f");
  }

  TEST_CASE("a text of blanks says nothing, full-width and zero-width ones included") {
    CHECK(is_blank(""));
    CHECK(is_blank(" \t\n\u00a0\u3000\u200b"));
    CHECK_FALSE(is_blank(" 好"));
  }

  TEST_CASE("characters are counted, not bytes") {
    CHECK(count_code_points("党费ab") == 4);
  }
}
