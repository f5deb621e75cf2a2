#include "gate/workbook.hpp"

#include "gate/workbook_values.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

WorkbookParts a_package(const std::string& sheet, const std::string& book_attributes = "") {
  return {
      {"xl/workbook.xml", "<workbook><workbookPr" + book_attributes +
                              "/><sheets><sheet name=\"旧\" state=\"hidden\" r:id=\"r9\"/>"
                              "<sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
                              "</workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"r9\" Target=\"worksheets/none.xml\"/>"
       "<Relationship Id=\"r1\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>"},
      {"xl/sharedStrings.xml",
       "<sst><si><t>编号</t></si><si><r><t>整改</t></r><r><t xml:space=\"preserve\">\n措施 </t></r>"
       "<rPh><t>zhenggai</t></rPh></si></sst>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月"
       "&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"177\" formatCode=\"0.00\"/></numFmts>"
       "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
       "<xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/></cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"}};
}

std::string text_of(const Result<Sheet>& sheet) {
  if (!sheet) return fault_names(sheet);
  std::string text;
  const auto add = [&](const std::vector<Cell>& cells) {
    for (const Cell& cell : cells) text += cell.text + "|";
    text += '/';
  };
  add(sheet->head);
  for (const auto& row : sheet->rows) add(row);
  return text;
}

std::string read(const std::string& rows, const std::string& behind = "") {
  return text_of(
      read_workbook(a_package("<sheetData>" + rows + "</sheetData>" + behind), "F.xlsx"));
}

const std::string head =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

}  // namespace

TEST_SUITE("gate") {
  TEST_CASE("cells of a workbook are what people see in them") {
    CHECK(read(head + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>17</t></is></c>"
                      "<c r=\"B2\"><v>17</v></c></row>") == "编号|整改措施|/17|17|/");
    CHECK(read(head + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46300</v></c>"
                      "<c r=\"B2\" s=\"2\"><v>46300.5</v></c></row>") ==
          "编号|整改措施|/2026-10-05|2026-10-05 12:00|/");
    CHECK(read(head + "<row r=\"2\"><c r=\"A2\" s=\"3\"><v>46300</v></c>"
                      "<c r=\"B2\" t=\"b\"><v>1</v></c></row>") == "编号|整改措施|/46300|TRUE|/");
    CHECK(read(head + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c>"
                      "<c r=\"B2\"><f>1+1</f><v>2</v></c></row>") == "编号|整改措施|/ax|2|/");
  }

  TEST_CASE("days of a workbook that counts from 1904") {
    const auto sheet = read_workbook(
        a_package("<sheetData>" + head +
                      "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44838</v></c></row></sheetData>",
                  " date1904=\"1\""),
        "F.xlsx");
    CHECK(text_of(sheet) == "编号|整改措施|/2026-10-05||/");
  }

  TEST_CASE("rows and cells that do not say where they are stand behind the one before") {
    CHECK(read("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
               "<row><c><v>1</v></c><c><v>2</v></c></row>") == "编号|整改措施|/1|2|/");
  }

  TEST_CASE("a title above the head and empty rows and columns are passed over") {
    CHECK(read("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>整改台账</t></is></c></row>"
               "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"s\"><v>1</v></c></row>"
               "<row r=\"4\"><c r=\"A4\"/></row>"
               "<row r=\"6\"><c r=\"D6\"><v>5</v></c></row>",
               "<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>") == "编号|整改措施|/|5|/");
  }

  TEST_CASE("a merged cell has its value in each of its rows") {
    CHECK(
        read(head + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>7</v></c></row>"
                    "<row r=\"3\"><c r=\"A3\"/><c r=\"B3\"><v>8</v></c></row>",
             "<mergeCells><mergeCell ref=\"A2:A1048576\"/><mergeCell ref=\"bad\"/></mergeCells>") ==
        "编号|整改措施|/1|7|/1|8|/");
  }

  TEST_CASE("cells of blanks, and formats beyond the table, are nothing") {
    CHECK(read(head + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" "
                      "t=\"inlineStr\"><is><t> \n </t></is></c></row>"
                      "<row r=\"900\"><c r=\"XFD900\" s=\"1\"/></row>") == "编号|整改措施|/1||/");
  }

  TEST_CASE("rows that a filter hides are read") {
    CHECK(read(head + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1.0</v></c></row>") ==
          "编号|整改措施|/1||/");
  }

  TEST_CASE("a sheet that names more than it holds is refused, not waited for") {
    std::string rows;
    std::string areas;
    for (int i = 2; i < 2002; ++i) {
      rows += "<row r=\"" + std::to_string(i) + "\"><c><v>1</v></c></row>";
      areas += "<mergeCell ref=\"A2:A1048576\"/>";
    }
    CHECK(read(head + rows, "<mergeCells>" + areas + "</mergeCells>") == "0:0 too-many-cells");

    auto parts = a_package("");
    parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(1 << 20, 'x') + "</t></si></sst>";
    std::string many = "<sheetData>";
    for (int i = 0; i < 200; ++i) many += "<row><c t=\"s\"><v>0</v></c></row>";
    parts["xl/worksheets/sheet1.xml"] = "<worksheet>" + many + "</sheetData></worksheet>";
    CHECK(text_of(read_workbook(parts, "F.xlsx")) == "0:0 too-many-cells");

    std::string wide;
    for (int i = 0; i < 1500; ++i)
      wide += "<row><c r=\"" + to_string(CellAddress{std::size_t(i), std::size_t(i)}) +
              "\"><v>1</v></c></row>";
    CHECK(read(wide) == "0:0 too-many-cells");
  }

  TEST_CASE("all faults of a workbook come at once, with their cells") {
    const auto sheet = read_workbook(
        a_package("<sheetData>" + head +
                  "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"C2\"><v>1</v></c></row>"
                  "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>99</v></c></row></sheetData>"),
        "F.xlsx");
    REQUIRE_FALSE(sheet);
    CHECK(fault_names(sheet) == "0:0 empty-heading, 0:0 error-in-cell, 0:0 no-such-string");
    CHECK(to_string(sheet.error().faults.front().place) == "F.xlsx!C1");
    CHECK(to_string(sheet.error().faults.back().place) == "F.xlsx!B3");
  }

  TEST_CASE("headings that are there twice are refused") {
    CHECK(read("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>0</v></c>"
               "</row>") == "0:0 duplicate-heading");
  }

  TEST_CASE("names with a prefix are the same names") {
    auto parts = a_package("");
    parts["xl/worksheets/sheet1.xml"] =
        "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c>"
        "<x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData>"
        "</x:worksheet>";
    CHECK(text_of(read_workbook(parts, "F.xlsx")) == "编号|b|/");
  }

  TEST_CASE("what is no workbook is refused with what is missing") {
    auto parts = a_package("<sheetData/>");
    CHECK(text_of(read_workbook(parts, "F.xlsx")) == "0:0 empty-file");
    parts.erase("xl/worksheets/sheet1.xml");
    CHECK(text_of(read_workbook(parts, "F.xlsx")) == "0:0 not-a-workbook");
    CHECK(text_of(read_workbook({}, "F.xlsx")) == "0:0 not-a-workbook");
    parts["xl/workbook.xml"] = "<workbook><sheets/></workbook>";
    CHECK(text_of(read_workbook(parts, "F.xlsx")) == "0:0 no-sheet");
    parts["xl/workbook.xml"] = "<workbook>";
    CHECK_FALSE(read_workbook(parts, "F.xlsx"));
  }
}
