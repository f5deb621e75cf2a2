#include "report/briefing.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Table titled_table(const char* title, bool with_row) {
  Table table;
  table.title = same(title);
  table.columns = {{"id", {"编号", "id"}}};
  if (with_row) table.rows = {{std::string("x")}};
  return table;
}

Briefing some_briefing() {
  Briefing briefing{
      {titled_table("First", true), titled_table("None", false), titled_table("Second", true)}, {}};
  briefing.notes.push_back({same("said <b>"), {"under"}});
  briefing.say({same("a long line of words that wraps")});
  return briefing;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("people read tables with their titles, and below what has to be said") {
    CHECK(render(some_briefing(), Format::table, {Lang::en, 20}) ==
          "First\nid\nx\n\nSecond\nid\nx\n\nsaid <b>\n  - under\na long line of words\nthat "
          "wraps\n");
    CHECK(render(some_briefing(), Format::md, {Lang::en}) ==
          "## First\n\n| id |\n| --- |\n| x |\n\n## Second\n\n| id |\n| --- |\n| x |\n\n- said "
          "&lt;b&gt;\n  - under\n- a long line of words that wraps\n");
  }

  TEST_CASE("a page has them under one heading") {
    const std::string page = render(some_briefing(), Format::html, {Lang::en});
    CHECK(page.find("<title>First</title>") != std::string::npos);
    CHECK(page.find("<h1>First</h1>") < page.find("<h2>Second</h2>"));
    CHECK(page.find("None") == std::string::npos);
    CHECK(page.find("<li>said &lt;b&gt;\n<ul>\n<li>under</li>\n</ul>\n</li>") != std::string::npos);
  }

  TEST_CASE("programs are shown no briefing") {
    CHECK(is_for_people(Format::html));
    CHECK_FALSE(is_for_people(Format::csv));
  }
}
