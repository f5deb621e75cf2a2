#include "exam/bank_columns.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("exam") {
  TEST_CASE("columns and kinds go by either of their names") {
    CHECK(bank_column_of("题干") == "stem");
    CHECK(bank_column_of("题干-en") == "stem-en");
    CHECK(bank_column_of("stem-en") == "stem-en");
    CHECK(bank_column_of("C-en") == "C-en");
    CHECK(bank_column_of("id-en").empty());
    CHECK(bank_column_of("I").empty());
    CHECK(bank_column_of("").empty());
    CHECK(row_kind_of("单选") == "single");
    CHECK(row_kind_of("简答题") == "short");
    CHECK(row_kind_of("法规") == "law");
    CHECK(row_kind_of("essay") == "essay");
  }

  TEST_CASE("parts of a line come back as they were, and may have blanks around them") {
    for (const std::string text : {"a", "a|b", "\\", " a ", "x\ny", "\\n", "\ta", " "})
      for (const std::string other : {"", "b"})
        CHECK(parts_of_line(cell_part(text) + "|" + cell_part(other)) ==
              std::vector<std::string>{text, other});
    CHECK(parts_of_line(" a | b c ") == std::vector<std::string>{"a", "b c"});
    CHECK(parts_of_line("a\\") == std::vector<std::string>{"a\\"});
  }
}
