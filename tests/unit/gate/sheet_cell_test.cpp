#include "gate/sheet_cell.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("a cell is no formula, and comes back as it was") {
    CHECK(sheet_cell("=1+1") == "'=1+1");
    CHECK(sheet_cell("a, \"b\"") == "\"a, \"\"b\"\"\"");
    CHECK(sheet_cell("plain") == "plain");
    for (const char* text : {"=1+1", "+x", "-5", "@y", "plain", "'quoted'"})
      CHECK(without_sheet_guard(sheet_cell(text)) == text);
  }

  TEST_CASE("blanks around a cell are none of it") {
    CHECK(trimmed_cell(" \ta b\r\n") == "a b");
    CHECK(trimmed_cell(" \t").empty());
  }

  TEST_CASE("a format is known by the ending, else by the beginning") {
    CHECK(guess_written_format("a.CSV", "") == WrittenFormat::csv);
    CHECK(guess_written_format("a.json", "x,y") == WrittenFormat::json);
    CHECK(guess_written_format("<stdin>", "branch,C1\n") == WrittenFormat::csv);
    CHECK(guess_written_format("<stdin>", "[{}]") == WrittenFormat::json);
    CHECK(guess_written_format("<stdin>", "- {branch: a, C1: 1}") == WrittenFormat::yaml);
    CHECK(guess_written_format("<stdin>", "") == WrittenFormat::yaml);
  }
}
