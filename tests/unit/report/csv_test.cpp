#include "support/sample_table.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("CSV and TSV have keys and codes") {
    CHECK(render(sample_table(), Format::csv, {}) ==
          "id,title,days_overdue,status,due,evidence\n"
          "17,按月足额收缴党费,28,open,2026-10-27,a.jpg;b.pdf\n"
          "5,a|b,0,closed,,\n");
    CHECK(render(sample_table(), Format::tsv, {})
              .starts_with("id\ttitle\tdays_overdue\tstatus\tdue\tevidence\n17\t按月"));
  }

  TEST_CASE("a formula in a cell is made harmless for spreadsheets") {
    CHECK(render_cell("=cmd|'/c calc'!A1", Format::csv) == "x\n'=cmd|'/c calc'!A1\n");
    CHECK(render_cell("@SUM(A1)", Format::tsv) == "x\n'@SUM(A1)\n");
    CHECK(render_cell("-1+1", Format::csv) == "x\n'-1+1\n");
    CHECK(render_cell("+1+1", Format::csv) == "x\n'+1+1\n");
    CHECK(render_cell("+9.50", Format::csv) == "x\n+9.50\n");
    CHECK(render_cell("+", Format::csv) == "x\n'+\n");
  }

  TEST_CASE("a list can be taken apart again, whatever is in it") {
    Table table;
    table.columns = {{"x", same("x")}};
    table.rows = {{std::vector<std::string>{"a;b", "c\\", "d"}}};
    CHECK(render(table, Format::csv, {}) == "x\na\\;b;c\\\\;d\n");
    CHECK(render(table, Format::json, {}).find(R"(["a;b","c\\","d"])") != std::string::npos);
    CHECK(render(table, Format::table, {}).find("a;b;c") != std::string::npos);
  }

  TEST_CASE("a negative number of ours stays a number") {
    Table table;
    table.columns = {{"x", same("x")}};
    table.rows = {{std::int64_t{-3}}};
    CHECK(render(table, Format::csv, {}) == "x\n-3\n");
    CHECK(render_cell("-0.319", Format::csv) == "x\n-0.319\n");
    for (const char* text : {"-", "-1.", "-.5", "-1.2.3", "-1e5"})
      CHECK(render_cell(text, Format::csv) == "x\n'" + std::string(text) + "\n");
  }

  TEST_CASE("commas, quotes and line feeds are quoted in CSV, and shown in TSV") {
    CHECK(render_cell("a,\"b\"\nc", Format::csv) == "x\n\"a,\"\"b\"\"\nc\"\n");
    CHECK(render_cell("a\nb\tc", Format::tsv) == "x\na\\nb\\tc\n");
  }
}
