#include "report/prose.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

using Kind_ = ProseBlock::Kind;

ProseParts named_parts() {
  return {[](const std::string& name) { return "<" + name + ">"; },
          [](const std::string& name) { return "(" + name + ")"; }};
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a text is read into its blocks") {
    const auto blocks =
        read_prose("# T\n\n各支部：\n\n一\n二\n\n## H\n- a\n> who\n---\n[[table x]]\n");
    REQUIRE(blocks.size() == 8);
    CHECK(blocks[0] == ProseBlock{Kind_::title, "T", 1});
    CHECK(blocks[1] == ProseBlock{Kind_::opening, "各支部：", 3});
    CHECK(blocks[2] == ProseBlock{Kind_::paragraph, "一二", 5});
    CHECK(blocks[3] == ProseBlock{Kind_::heading, "H", 8});
    CHECK(blocks[4] == ProseBlock{Kind_::item, "a", 9});
    CHECK(blocks[5] == ProseBlock{Kind_::right, "who", 10});
    CHECK(blocks[6].kind == Kind_::page);
    CHECK(blocks[7] == ProseBlock{Kind_::table, "x", 12});
  }

  TEST_CASE("a title's year is not broken from its number") {
    CHECK(prose_html(read_prose("# 某局2026年\n"), named_parts()) == "<h1>某局2026\u2060年</h1>\n");
  }

  TEST_CASE("Latin lines of a paragraph are joined with a blank") {
    CHECK(read_prose("one\ntwo").front().text == "one two");
  }

  TEST_CASE("somebody's text is no heading, no list and no table") {
    for (const std::string text : {"# no", "- no", "[[table problems]]", "---", "> no", "a\\b"}) {
      const auto blocks = read_prose(prose_text(text));
      REQUIRE(blocks.size() == 1);
      CHECK(blocks.front().kind == Kind_::paragraph);
      CHECK(blocks.front().text == text);
    }
  }

  TEST_CASE("nothing in it becomes markup, on a page or in Markdown") {
    const auto blocks = read_prose("a <b> | *c*\n\n[[chart c]]\n---\n[[table t]]");
    CHECK(prose_html(blocks, named_parts()) ==
          "<p>a &lt;b&gt; | *c*</p>\n(c)<section class=\"annex\">\n<t></section>\n");
    CHECK(prose_markdown(blocks, named_parts()) == "a &lt;b&gt; \\| \\*c\\*\n\n(c)---\n\n<t>\n");
  }

  TEST_CASE("a table that there is not is told with the nearest") {
    const auto result = check_prose(read_prose("x\n\n[[table rankin]]"), "t.md", {"ranking"}, {});
    REQUIRE_FALSE(result);
    CHECK(result.error().faults.front().place == Place{"t.md", 3, 1});
    CHECK(result.error().faults.front().hint.en.find("ranking") != std::string::npos);
  }
}
