#include "records/person_rows.hpp"

#include "support/records.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("records") {
  TEST_CASE("rows name a person by id or name, and only in a column of people") {
    const Register declared = *load_register(
        "register: visits\nversion: '1'\ntitle: 走访\ndate: day\ncolumns:\n"
        "  - {id: day, kind: date, heading: {zh: 日期, en: day}}\n"
        "  - {id: who, kind: person, heading: {zh: 谁, en: who}}\n"
        "  - {id: what, kind: text, heading: {zh: 内容, en: what}}\n",
        "records/visits.yaml");
    RecordTables tables;
    tables.emplace("visits", table_of(declared,
                                      "支部,日期,谁,内容\n"
                                      "zb05,2026-10-08,戊五,甲\n"
                                      "zb05,2026-10-09,别人,p005\n"
                                      "zb01,2026-10-10,p005,\n"));
    const auto rows = rows_of_person(tables, "p005");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].row->date == Date(2026, 10, 8));
    CHECK(rows[1].row->place.line == 4);
    CHECK(rows[1].table->declared.id == "visits");
    CHECK(rows_of_person(tables, "p006").empty());
  }
}
