#include "document/yaml_lines.hpp"

#include "gate/yaml.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("document") {
  TEST_CASE("any text reads back from its quotes") {
    for (const char* text : {"", "no", "1.10", "a: b", "# c", "\"x\"", "\\", "一\n二\t三", "- a",
                             "{}", " x ", "\xe2\x80\xa8",
                             "\xef\xbb\xbf"
                             "a",
                             "😀", "'"}) {
      INFO(text);
      const auto root = read_yaml("a: " + write_quoted(text) + "\n", "a");
      REQUIRE(root);
      CHECK(root->find("a")->text == text);
    }
  }

  TEST_CASE("what is empty has no line, and the first line may begin a list") {
    YamlLines lines("    ");
    lines.begin_with("  - ");
    lines.word("none", "");
    lines.text("title", Phrase{"甲", "a"});
    lines.word("id", "x");
    CHECK(lines.str() == "  - title: {zh: \"甲\", en: \"a\"}\n    id: \"x\"\n");
    CHECK(write_valid(Date(2026, 1, 2), std::nullopt) == "{from: \"2026-01-02\"}");
  }
}
