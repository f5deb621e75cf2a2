#include "report/filled.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Filling some() {
  Filling filling;
  filling.texts = {{"name", "甲"}, {"none", ""}};
  filling.flags = {{"yes", true}, {"no", false}};
  filling.lists["list"] = {{{{"word", "a"}}}, {{{"word", "b"}}}};
  filling.lists["empty"] = {};
  return filling;
}

const std::vector<std::string> known{"name", "none", "yes", "no", "list", "word", "empty"};

std::string fill(const std::string& text) {
  const auto result = filled(text, "t.md", some(), known);
  REQUIRE(result);
  return *result;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("gaps are filled, sections are there where something is") {
    CHECK(fill("{{name}}{{none}}") == "甲");
    CHECK(fill("{{#none}}x{{/none}}{{^none}}y{{/none}}") == "y");
    CHECK(fill("{{#yes}}x{{/yes}}{{#no}}y{{/no}}") == "x");
    CHECK(fill("{{#list}}{{word}},{{/list}}") == "a,b,");
    CHECK(fill("{{^empty}}nothing{{/empty}}") == "nothing");
  }

  TEST_CASE("what is put in is no mark of the text") {
    Filling filling;
    filling.texts["name"] = "# a\n- [[table x]]";
    const auto result = filled("{{name}}", "t.md", filling, known);
    REQUIRE(result);
    CHECK(*result == "\\# a\\\\n\\- \\[\\[table x]]");
  }

  TEST_CASE("an unknown name is told with its place and the nearest") {
    const auto result = filled("一\n二{{nam}}", "t.md", some(), known);
    REQUIRE_FALSE(result);
    REQUIRE(result.error().faults.size() == 1);
    const Fault& fault = result.error().faults.front();
    CHECK(fault.place == Place{"t.md", 2, 2});
    CHECK(fault.name == "unknown-name");
    CHECK(fault.hint.en.find("name") != std::string::npos);
  }

  TEST_CASE("a section that is not closed is refused") {
    const auto result = filled("{{#list}}", "t.md", some(), known);
    REQUIRE_FALSE(result);
    CHECK(result.error().faults.front().name == "broken-template");
  }
}
