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

  TEST_CASE("the same list gives the same bytes") {
    CHECK(*xlsx_of(small_book(), Lang::en) == *xlsx_of(small_book(), Lang::en));
  }
}
