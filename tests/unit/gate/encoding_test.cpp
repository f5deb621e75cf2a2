#include "gate/encoding.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {
const std::string gbk = "item,note\nDF-01,\xb0\xb4\xd4\xc2\n";  // 按月
}

TEST_SUITE("gate") {
  TEST_CASE("a table saved by WPS in GB18030 is read when that is said") {
    CHECK(decode(gbk, Encoding::gb18030, "a.csv").value() == "item,note\nDF-01,按月\n");
    // Four bytes, which GBK does not have.
    CHECK(decode("\x95\x32\x82\x36", Encoding::gb18030, "a.csv").value() == "𠀀");
  }

  TEST_CASE("without being told, the message names the encoding and the option") {
    const auto text = decode(gbk, Encoding::utf8, "a.csv");
    REQUIRE_FALSE(text);
    CHECK(fault_names(text) == "2:7 encoding");
    CHECK(text.error().faults[0].what.en.find("GB18030") != std::string::npos);
    CHECK(text.error().faults[0].hint.en == "add --encoding gb18030");
  }

  TEST_CASE(
      "single bytes that are not UTF-8 are marked where they stand; another encoding is not") {
    const auto marked = [](std::string_view bytes) {
      return decode_marking(bytes, Encoding::utf8, "a.csv");
    };
    const std::string slips = "编号,备注说明\n1,好\xff\n2,\xe9,\n";
    const auto text = marked(slips);
    REQUIRE(text);
    const Source source(*text, "a.csv");
    CHECK(fault_names(check_characters(source)) == "2:4 not-utf8, 3:3 not-utf8");
    CHECK(without_refused_characters(*text) == "编号,备注说明\n1,好\n2,,\n");
    CHECK(fault_names(marked(gbk)) == "2:7 encoding");
    CHECK(fault_names(marked("\xff\xff\xff\xff")) == "1:1 encoding");
    CHECK(marked("plain").value() == "plain");
    const std::string rows(200, 'x');
    CHECK(marked(rows + "\xff," + rows));
  }

  TEST_CASE("UTF-8 that is said to be GB18030 is noticed when it cannot be") {
    const auto text = decode("item\n一", Encoding::gb18030, "a.csv");
    REQUIRE_FALSE(text);
    CHECK(text.error().faults[0].hint.en.find("UTF-8") != std::string::npos);
  }

  TEST_CASE("UTF-8 that GB18030 could be, but for other words, is not taken for it") {
    CHECK(fault_names(decode("很好很好", Encoding::gb18030, "a")) == "1:1 encoding");
    CHECK(*decode("only ASCII", Encoding::gb18030, "a") == "only ASCII");
  }

  TEST_CASE("a byte-order mark is no part of the text") {
    CHECK(decode("\xef\xbb\xbf"
                 "a",
                 Encoding::utf8, "a")
              .value() == "a");
    CHECK(without_bom("\xef\xbb\xbf"
                      "a") == "a");
  }

  TEST_CASE("UTF-16 is named, with a mark or without") {
    CHECK(fault_names(decode(std::string("\xff\xfe"
                                         "a\0b\0",
                                         6),
                             Encoding::utf8, "a")) == "1:1 encoding");
    const auto bare = decode(std::string("\0a\0b\0c\0d", 8), Encoding::utf8, "a");
    REQUIRE_FALSE(bare);
    CHECK(bare.error().faults[0].what.en.find("UTF-16BE") != std::string::npos);
  }

  TEST_CASE("every control character is named with its place, and a NUL by its name") {
    const std::string text("a\x1b\nb\0\nc\td\r\n", 11);
    const Source source(text, "a");
    CHECK(fault_names(check_characters(source)) == "1:2 control-character, 2:2 nul");
    const Source plain("一\t二\r\n三", "a");
    CHECK(check_characters(plain).empty());
  }

  TEST_CASE("what is written in GB18030 reads back the same") {
    const std::string text = "党费，é 😀\n";
    const auto bytes = encode(text, Encoding::gb18030);
    REQUIRE(bytes);
    CHECK(bytes->substr(0, 4) == "\xb5\xb3\xb7\xd1");
    CHECK(*decode(*bytes, Encoding::gb18030, "x.csv") == text);
    CHECK(*encode(text, Encoding::utf8) == text);
  }
}
