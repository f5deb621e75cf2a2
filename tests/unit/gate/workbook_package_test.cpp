#include "gate/workbook_package.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

XmlElement element(const std::string& xml) {
  return read_xml(xml, "part.xml").value();
}

}  // namespace

TEST_SUITE("gate") {
  TEST_CASE("elements and attributes of a part are found with and without a prefix") {
    const XmlElement row = element("<x:row x:r=\"3\"><x:c/><c/><v/></x:row>");
    CHECK(children_called(row, "c").size() == 2);
    CHECK(child_called(row, "v"));
    CHECK_FALSE(child_called(row, "f"));
    CHECK(attribute_called(row, "r") == "3");
    CHECK(attribute_called(row, "s").empty());
  }

  TEST_CASE("a number is one from its first to its last character") {
    CHECK(exact_number<int>("12") == 12);
    CHECK_FALSE(exact_number<int>("12 "));
    CHECK_FALSE(exact_number<std::size_t>("-1"));
    CHECK_FALSE(exact_number<double>(""));
  }

  TEST_CASE("a string is its runs, without what is written above them") {
    CHECK(string_text(element("<si><r><t>整</t></r><r><rPr/><t>改_x000D_</t></r>"
                              "<rPh><t>zhenggai</t></rPh></si>")) == "整改");
  }

  TEST_CASE("strings and formats are asked for by number, whatever the number") {
    const WorkbookParts parts{
        {"xl/workbook.xml",
         "<workbook><workbookPr date1904=\"true\"/><sheets><sheet r:id=\"r1\"/></sheets>"
         "</workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"r1\" Target=\"./worksheets/sheet1.xml\"/>"
         "</Relationships>"},
        {"xl/sharedStrings.xml", "<sst><si><t>甲</t></si></sst>"},
        {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", "<worksheet/>"}};
    WorkbookPackage package(parts, "F.xlsx");
    REQUIRE(package.sheet());
    CHECK(*package.string("0") == "甲");
    CHECK_FALSE(package.string("1"));
    CHECK_FALSE(package.string("x"));
    CHECK(package.is_day("0"));
    CHECK_FALSE(package.is_day("7"));
    CHECK(package.from_1904());
  }
}
