#include "snapshot/join_rows.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

OpenRow a_row(std::string_view id, std::string_view item, int days) {
  OpenRow row;
  row.id = id;
  row.quarter = "2026Q4";
  row.branch = "zb05";
  row.checklist = "dues";
  row.item = item;
  row.opened = Date(2026, 10, 12) + days;
  row.due = Date(2026, 10, 27) + days;
  return row;
}

std::string ids_of(std::vector<OpenRow> rows) {
  join_rows(rows);
  std::string all;
  for (const OpenRow& row : rows) all += (all.empty() ? "" : " ") + std::string(row.id);
  return all;
}

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("what two found is one row, the earlier, due when that is") {
    OpenRow early = a_row("early", "DF-02", 0);
    early.due = Date(2026, 11, 20);  // it was extended
    OpenRow late = a_row("late", "DF-02", 1);
    late.severity = Severity::serious;
    std::vector<OpenRow> rows{late, early};
    join_rows(rows);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].id == "early");
    CHECK(rows[0].due == early.due);
    CHECK(rows[0].severity == Severity::serious);
    CHECK(rows[0].status == Status::open);
  }

  TEST_CASE("it is submitted under one id for all of them") {
    OpenRow early = a_row("early", "DF-02", 0);
    OpenRow late = a_row("late", "DF-02", 1);
    late.status = Status::submitted;
    late.submitted = Date(2026, 10, 20);
    std::vector<OpenRow> rows{early, late};
    join_rows(rows);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].status == Status::submitted);
    CHECK(rows[0].submitted == Date(2026, 10, 20));
  }

  TEST_CASE("another item, branch, checklist or quarter is another row, in the order of urgency") {
    const OpenRow one = a_row("one", "DF-02", 1);
    OpenRow other = a_row("other", "DF-03", 0);
    CHECK(ids_of({other, one}) == "other one");
    other.item = "DF-02";
    CHECK(ids_of({other, one}) == "other");
    other.branch = "zb06";
    CHECK(ids_of({other, one}) == "other one");
    other.branch = "zb05";
    other.checklist = "basics";
    CHECK(ids_of({other, one}) == "other one");
    other.checklist = "dues";
    other.quarter = "2026Q3";
    CHECK(ids_of({other, one}) == "other one");
    OpenRow twice = one;
    twice.duplicate_id = true;
    CHECK(ids_of({twice, twice}) == "one one");
    OpenRow without = a_row("without", "", 0);
    CHECK(ids_of({without, without}) == "without without");
  }
}
