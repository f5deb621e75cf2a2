#include "gate/workbook_values.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("addresses of cells are read and written as spreadsheets do") {
    CHECK(parse_address("A1") == CellAddress{0, 0});
    CHECK(parse_address("C7") == CellAddress{6, 2});
    CHECK(parse_address("AA10") == CellAddress{9, 26});
    CHECK(parse_address("XFD1048576") == CellAddress{1'048'575, 16'383});
    for (const char* text : {"", "A", "7", "a1", "A0", "XFE1", "A1048577", "A1B", "AAAAA1", "$A$1"})
      CHECK_FALSE(parse_address(text));
    for (const char* text : {"A1", "Z2", "AA3", "AZ4", "ZZ5", "AAA6", "XFD7"})
      CHECK(to_string(*parse_address(text)) == text);
  }

  TEST_CASE("formats that show days or times are told from the others") {
    for (const char* code : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\";@", "[$-804]m/d", "[h]:mm",
                             "mm:ss.0", "[$-F800]dddd"})
      CHECK_MESSAGE(is_day_format(code), code);
    for (const char* code : {"0.00", "#,##0", "0\"days\"", "[Red]0", "@", "\\d0", "_-* #,##0",
                             "0\"unclosed d", "[$¥-804]0.00"})
      CHECK_MESSAGE(!is_day_format(code), code);
    for (const int number : {14, 22, 31, 45, 57}) CHECK(is_day_format(number));
    for (const int number : {0, 2, 13, 23, 37, 49, 59}) CHECK_FALSE(is_day_format(number));
  }

  TEST_CASE("days and times are counted as spreadsheets count them") {
    CHECK(day_text(46300, false) == "2026-10-05");
    CHECK(day_text(46300 - 1462, true) == "2026-10-05");
    CHECK(day_text(46300.604166666664, false) == "2026-10-05 14:30");
    CHECK(day_text(0.604166666664, false) == "14:30");
    CHECK(day_text(1, false) == "1900-01-01");
    CHECK(day_text(59, false) == "1900-02-28");
    CHECK(day_text(61, false) == "1900-03-01");
    CHECK_FALSE(day_text(-1, false));
    CHECK_FALSE(day_text(3e6, false));
  }

  TEST_CASE("numbers keep the digits that people see") {
    CHECK(number_text(17) == "17");
    CHECK(number_text(-3) == "-3");
    CHECK(number_text(0.1 + 0.2) == "0.3");
    CHECK(number_text(123456789012345) == "123456789012345");
  }

  TEST_CASE("characters that XML has not are read back") {
    CHECK(without_escapes("a_x000D_\nb") == "a\nb");
    CHECK(without_escapes("_x4E00_") == "一");
    CHECK(without_escapes("_x005F_x000D_") == "_x000D_");
    CHECK(without_escapes("_xD800_ _x12_ _xzzzz_") == "_xD800_ _x12_ _xzzzz_");
  }

  TEST_CASE("faults in cells come by row, then by column") {
    const auto at = [](const std::string& place) { return Fault{{place, 0, 0}, "x", {}}; };
    CHECK(by_cell(at("F.xlsx!C2"), at("F.xlsx!A10")));
    CHECK(by_cell(at("F.xlsx!Z2"), at("F.xlsx!AA2")));
    CHECK(by_cell(at("F.xlsx"), at("F.xlsx!A1")));
    CHECK_FALSE(by_cell(at("a!b.xlsx"), at("F.xlsx")));
  }
}
