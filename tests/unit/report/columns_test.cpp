#include "report/columns.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Table three_columns() {
  return {{},
          {{"id", {"编号", "id"}},
           {"due", {"期限", "due"}, Column::Align::left, false},
           {"note", {"备注", "note"}}},
          {{std::string("a"), Date(2026, 10, 1), std::string("n")}}};
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("columns are chosen by key, in the order asked for, for people too") {
    const auto table = with_columns(three_columns(), column_keys(" due, id ,"));
    REQUIRE(table);
    CHECK(render(*table, Format::csv, {Lang::en}) == "due,id\n2026-10-01,a\n");
    CHECK(render(*table, Format::md, {Lang::en}).find("| due | id |") != std::string::npos);
  }

  TEST_CASE("every column that there is not is told") {
    const auto table = with_columns(three_columns(), {"duo", "xyz"});
    REQUIRE_FALSE(table);
    CHECK(table.error().kind == Kind::usage);
    CHECK(table.error().faults.size() == 2);
    CHECK(table.error().faults.front().hint.en.find("due") != std::string::npos);
  }

  TEST_CASE("rows are numbered from one") {
    const Table table = numbered(three_columns());
    CHECK(table.columns.front().key == "no");
    CHECK(table.rows.front().front() == Value(std::int64_t{1}));
  }
}
