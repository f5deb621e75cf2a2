#include "report/table.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Table small_table() {
  Table table;
  table.title = phrase(Text{"问题", "Problems"});
  table.columns = {{"id", {"编号", "id"}},
                   {"days", {"天数", "days"}, Column::Align::right},
                   {"hidden", {"藏", "hidden"}, Column::Align::left, false}};
  table.rows = {{std::string("P1 <x>"), std::int64_t{7}, std::string("for programs")}};
  return table;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE(
      "a page has the table with its headings, in the reader's language, readable without script") {
    const std::string page = render(small_table(), Format::html, {Lang::en});
    CHECK(has(page, "<h1>Problems</h1>"));
    CHECK(has(page, "<th scope=\"col\">id</th><th scope=\"col\" class=\"n\">days</th>"));
    CHECK(has(page, "<td data-head=\"id\">P1 &lt;x&gt;</td>"));
    CHECK(has(page, "<td class=\"n\" data-head=\"days\">7</td>"));
    CHECK_FALSE(has(page, "for programs"));
    CHECK(has(render(small_table(), Format::html, {Lang::zh}), "data-head=\"天数\""));
  }

  TEST_CASE(
      "a table of many columns is printed in small type, so that all of them are on the paper") {
    const auto page_of = [](int columns) {
      Table table;
      table.rows.emplace_back();
      for (int i = 0; i < columns; ++i) {
        table.columns.push_back({std::to_string(i), same(std::to_string(i))});
        table.rows.front().push_back(std::string("x"));
      }
      table.columns.push_back({"data", same("data"), Column::Align::left, false});
      table.rows.front().push_back(std::string("y"));
      return render(table, Format::html, {Lang::en});
    };
    CHECK(has(page_of(12), "<table data-filter"));
    CHECK(has(page_of(13), "<table class=\"wide\""));
    CHECK(has(page_of(21), "<table class=\"widest\""));
    CHECK(has(page_of(1), "overflow-wrap: anywhere"));
  }

  TEST_CASE("an empty list is a page that says so, with a name all the same") {
    Table table = small_table();
    table.rows.clear();
    table.title = {};
    const std::string page = render(table, Format::html, {Lang::zh});
    CHECK(has(page, "<title>四互清单</title>"));
    CHECK(has(page, "<p>没有可列的内容</p>"));
    CHECK_FALSE(has(page, "<script>"));
  }

  TEST_CASE("a file's ending asks for a page") {
    CHECK(parse_format("html") == Format::html);
    CHECK(format_of_file("list.html") == Format::html);
  }
}
