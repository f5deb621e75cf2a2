#include "store/xlsx.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <fstream>

using namespace sihu;
using namespace sihu::test;

namespace {

Briefing small_book() {
  Table table{
      {"问题清单", "Problems"},
      {{"id", {"编号", "id"}},
       {"due", {"期限", "due"}},
       {"status", {"状态", "status"}},
       {"hidden", {"隐", "hidden"}, Column::Align::left, false}},
      {{std::string("=1+1"), Date(2026, 10, 1), std::string("待整改"), std::string("secret")}}};
  table.columns[2].choices = {{"待整改", "open"}, {"已销号", "closed"}};
  Briefing briefing{{table, Table{{"空", "Empty"}, {{"a", {"甲", "a"}}}, {}}}, {}};
  briefing.notes.push_back({{"要说的话", "to be said"}, {"第一"}});
  return briefing;
}

// One part of the package, as any unzip gives it.
std::string part(const std::string& bytes, const std::string& name) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "book.xlsx";
  std::ofstream(file, std::ios::binary) << bytes;
  const std::string command = "unzip -p '" + file.string() + "' " + name;
  FILE* const pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::string text;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
    text.append(buffer.data(), got);
  ::pclose(pipe);
  return text;
}

bool has(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a workbook has a sheet for each list and one for what is said") {
    const auto bytes = xlsx_of(small_book(), Lang::zh);
    REQUIRE(bytes);
    const std::string book = part(*bytes, "xl/workbook.xml");
    CHECK(has(book, "name=\"问题清单\""));
    CHECK(has(book, "name=\"说明\""));
    CHECK_FALSE(has(book, "name=\"空\""));
    CHECK(has(part(*bytes, "xl/worksheets/sheet2.xml"), "    第一"));
  }

  TEST_CASE("days are days, formulas texts, and what people are not shown is not there") {
    const auto bytes = xlsx_of(small_book(), Lang::zh);
    REQUIRE(bytes);
    const std::string sheet = part(*bytes, "xl/worksheets/sheet1.xml");
    CHECK(has(sheet, "<v>46296</v>"));
    CHECK(has(sheet, "<is><t>=1+1</t></is>"));
    CHECK_FALSE(has(sheet, "<f>"));
    CHECK_FALSE(has(sheet, "secret"));
    CHECK(has(sheet, "<formula1>\"待整改,已销号\"</formula1>"));
    CHECK(has(sheet, "<autoFilter ref=\"A1:C2\"/>"));
    CHECK(has(sheet, "state=\"frozen\""));
    CHECK(has(sheet, "orientation=\"landscape\""));
  }

  TEST_CASE("a list by itself is the same workbook, and what is wrapped has room") {
    Briefing book = small_book();
    book.tables.resize(1);
    book.notes.clear();
    CHECK(*xlsx_of(book.tables.front(), Lang::zh) == *xlsx_of(book, Lang::zh));
    Table& table = book.tables.front();
    table.rows[0][2] = std::string("一\n二\n三");
    table.rows.push_back({std::string(120, 'x'), Value(), Value(), Value()});
    const std::string sheet = part(*xlsx_of(table, Lang::zh), "xl/worksheets/sheet1.xml");
    CHECK(has(sheet, "<row r=\"2\" ht=\"51\""));
    CHECK(has(sheet, "<row r=\"3\" ht=\"51\""));  // 120 in a column of 50
    CHECK(has(sheet, "<col min=\"1\" max=\"1\" width=\"50.7"));
  }

  TEST_CASE("a column to write in gets room, and one to choose from as much as its words") {
    Briefing book = small_book();
    Table& table = book.tables.front();
    table.rows[0][1] = Value();
    table.rows[0][2] = Value();
    const std::string sheet = part(*xlsx_of(book, Lang::zh, 16), "xl/worksheets/sheet1.xml");
    CHECK(has(sheet, "<col min=\"2\" max=\"2\" width=\"16.7"));
    CHECK(has(sheet, "<col min=\"3\" max=\"3\" width=\"9.7"));
  }

  TEST_CASE("the same list gives the same bytes") {
    CHECK(*xlsx_of(small_book(), Lang::en) == *xlsx_of(small_book(), Lang::en));
  }
}
