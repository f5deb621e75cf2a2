#include "report/table.hpp"

#include "support/sample_table.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("without rows every format still is what it says") {
    Table table = sample_table();
    table.rows.clear();
    CHECK(render(table, Format::table, {}).empty());
    CHECK(render(table, Format::json, {}) == "[]\n");
    CHECK(render(table, Format::jsonl, {}).empty());
    CHECK(render(table, Format::csv, {}) == "id,title,days_overdue,status,due,evidence\n");
  }

  TEST_CASE("no format sends an escape sequence to the terminal") {
    for (const Format format :
         {Format::table, Format::json, Format::jsonl, Format::csv, Format::tsv, Format::md}) {
      const std::string text = render_cell(
          "a\x1b[31mb\xc2\x9b"
          "31m\xe2\x80\xae",
          format);
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find("\xc2\x9b") == std::string::npos);
      CHECK(text.find("\xe2\x80\xae") == std::string::npos);
    }
  }

  TEST_CASE("a format is known by its name and by a file's ending") {
    CHECK(parse_format("tsv") == Format::tsv);
    CHECK_FALSE(parse_format("xml").has_value());
    CHECK(format_of_file("out/due.ics") == Format::ics);
    CHECK(format_of_file("a.txt") == Format::table);
    CHECK_FALSE(format_of_file("a.table").has_value());
    CHECK_FALSE(format_of_file("csv").has_value());
  }
}
