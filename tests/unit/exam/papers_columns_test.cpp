#include "exam/papers_columns.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;

TEST_SUITE("exam") {
  TEST_CASE("a heading of answers means a column, in either language") {
    CHECK(papers_column(" 题号 ") == "number");
    CHECK(papers_column("卷号") == "form");
    CHECK(papers_column("person") == "person");
    CHECK(papers_column("what") == "what");
    for (const char* heading : {"人员", "答案", "试题", "支部", "姓名"})
      CHECK(std::ranges::count(papers_columns(), papers_column(heading)) == 1);
  }
}
