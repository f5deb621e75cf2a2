#include "gate/xml.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string faults(std::string_view text) {
  return fault_names(read_xml(text, "q.xml"));
}

std::string nested(int depth) {
  std::string text;
  for (int i = 0; i < depth; ++i) text += "<a>";
  for (int i = 0; i < depth; ++i) text += "</a>";
  return text;
}

}  // namespace

TEST_SUITE("gate") {
  TEST_CASE("XML: elements, attributes, characters and places") {
    const auto read = read_xml(
        "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"gbk\"?>\n<!-- a & b -->\n<quiz>\n"
        "  <题 type=\"a&lt;b\"><text>一 &amp; <![CDATA[<b>&nbsp;]]>&#x4e8c;</text></题>\n</quiz>\n",
        "q.xml");
    REQUIRE_MESSAGE(read, fault_names(read));
    CHECK(read->name == "quiz");
    CHECK(read->place == Place{"q.xml", 3, 2});
    REQUIRE(read->find("题"));
    const XmlElement& question = *read->find("题");
    CHECK(question.attribute("type") == "a<b");
    CHECK(question.attribute("none").empty());
    CHECK(question.find("text")->text == "一 & <b>&nbsp;二");
    CHECK(question.find("text")->place == Place{"q.xml", 4, 21});
    CHECK_FALSE(read->find("none"));
  }

  TEST_CASE("XML: what is refused, and where") {
    CHECK(faults("") == "1:1 not-xml");
    CHECK(faults("words") == "1:1 beside-the-root");
    CHECK(faults("<a>\n<b></a>") == "2:6 not-xml");
    CHECK(faults("<a/>\n<b/>") == "2:2 beside-the-root");
    CHECK(faults("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>") == "1:1 document-type");
    CHECK(faults("<a>\n &nbsp;</a>") == "2:2 unknown-entity");
    CHECK(faults("<a>x & y</a>") == "1:6 unknown-entity");
    CHECK(faults("<a>&#0;</a>") == "1:4 unknown-entity");
    CHECK(faults("<a>&#xd800;</a>") == "1:4 unknown-entity");
    CHECK(faults("<a>\x01</a>") == "1:4 control-character");
    CHECK(faults(nested(64)).empty());
    CHECK(faults(nested(65)) == "1:194 too-deep");
    CHECK(faults("<a>" + std::string((16u << 20), 'x') + "</a>") == "0:0 too-large");
    CHECK_FALSE(read_xml("<a>\xff</a>", "q.xml"));
  }

  TEST_CASE("XML: what is escaped comes back") {
    const std::string text = "a<b & \"c\" > d\n'e'";
    const auto read =
        read_xml("<a b=\"" + xml_escaped("x\"<&") + "\">" + xml_escaped(text) + "</a>", "q.xml");
    REQUIRE(read);
    CHECK(read->text == text);
    CHECK(read->attribute("b") == "x\"<&");
  }
}
