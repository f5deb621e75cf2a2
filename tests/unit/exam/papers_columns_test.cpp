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

  TEST_CASE("columns are found where they stand, and what is wrong with the head is said") {
    const Source source("题号,person,nam,person\n", "answers.csv");
    const auto table = read_csv("题号,person,nam\n", "answers.csv");
    REQUIRE(table);
    std::vector<Fault> faults;
    const auto places = places_of_columns(table->head, source, faults);
    CHECK(places.at("number") == 0);
    CHECK(places.at("person") == 1);
    CHECK_FALSE(has_needed_columns(places));
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].name == "unknown-key");
    CHECK(faults[0].hint.en == "did you mean name?");
    CHECK(faults[1].name == "column-missing");
  }
}
