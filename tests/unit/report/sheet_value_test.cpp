#include "report/sheet_value.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const Column left_column{"a", {"甲", "a"}};
const Column right_column{"n", {"数", "n"}, Column::Align::right};

SheetValue cell(const Value& value, const Column& column = left_column) {
  return sheet_value(value, column, Lang::zh);
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("days and numbers are days and numbers, everything else is text") {
    // 2026-10-01 is day 46296 of a spreadsheet.
    CHECK(cell(Date(2026, 10, 1)) == SheetValue(SheetDay{46296}));
    CHECK(cell(std::int64_t{-3}) == SheetValue(SheetNumber{-3, 0}));
    CHECK(cell(std::string("86.50"), right_column) == SheetValue(SheetNumber{86.5, 2}));
    CHECK(cell(std::string("86.50")) == SheetValue(std::string("86.50")));
    CHECK(cell(std::string("–"), right_column) == SheetValue(std::string("–")));
    CHECK(cell(std::string("1.2.3"), right_column) == SheetValue(std::string("1.2.3")));
    CHECK(cell(Coded{"open", {"待整改", "open"}}) == SheetValue(std::string("待整改")));
    CHECK(cell(Value()) == SheetValue());
    CHECK(cell(std::string()) == SheetValue());
  }

  TEST_CASE("a formula stays a text and a control character is seen") {
    CHECK(cell(std::string("=1+1")) == SheetValue(std::string("=1+1")));
    CHECK(cell(std::string("a\x1b[0m")) == SheetValue(std::string("a\\x1b[0m")));
    CHECK(cell(std::string("一\n二")) == SheetValue(std::string("一\n二")));
  }

  TEST_CASE("what is longer than a cell may be is cut, and seen to be") {
    const auto value = cell(std::string(40'000, 'x'));
    const auto& text = std::get<std::string>(value);
    CHECK(text.size() == 32'766 + std::string("…").size());
    CHECK(text.ends_with("x…"));
  }

  TEST_CASE("columns are as wide as what is in them, within limits") {
    const auto width = [](const SheetValue& value) {
      return sheet_column_width(left_column, sheet_width(value), Lang::zh);
    };
    CHECK(width(std::string("中文十个字的一段文本")) == 21);
    CHECK(width(std::string("一二三四五\nx")) == 11);
    CHECK(width(SheetValue()) == 6);
    CHECK(width(SheetDay{46296}) == 11);
    CHECK(width(SheetNumber{-1234567.5, 2}) == 12);
    CHECK(width(std::string(400, 'x')) == widest_sheet_column);
    Column offering = left_column;
    offering.choices = {{"不适用", "n/a"}};
    CHECK(sheet_column_width(offering, 0, Lang::zh) == 9);
    CHECK(sheet_column_width(offering, 39, Lang::zh) == 40);
  }

  TEST_CASE("sheets have names that spreadsheets take, each its own") {
    CHECK(sheet_name("2026Q4 [草稿]: a/b", {}) == "2026Q4  草稿   a b");
    CHECK(sheet_name("List", {"list"}) == "List 2");
    CHECK(sheet_name("List", {"List", "LIST 2"}) == "List 3");
    CHECK(sheet_name("", {}) == "2");
    const std::string name = sheet_name(std::string(60, 'a'), {std::string(31, 'a')});
    CHECK(name == std::string(29, 'a') + " 2");
  }
}
