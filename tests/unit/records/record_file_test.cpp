#include "records/record_file.hpp"

#include "gate/encoding.hpp"
#include "support/fault_names.hpp"
#include "support/records.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Result<std::vector<RecordRow>> rows_of_meetings(std::string_view csv,
                                                std::string_view name = "records/meetings.csv") {
  RecordFile file = read_record_file(csv, name, meetings_register(), records_organisation());
  if (file.faults.empty()) return std::move(file.rows);
  return fail(Kind::input, std::move(file.faults));
}

}  // namespace

TEST_SUITE("records") {
  TEST_CASE("a name says which register, and which branch alone") {
    CHECK(parse_record_name("records/meetings.csv").records == "meetings");
    CHECK(parse_record_name("records/meetings.csv").branch == "");
    CHECK(parse_record_name("records/meetings.zb05.csv").branch == "zb05");
  }

  TEST_CASE("headings in either language, in any order, with a mark before them") {
    const auto rows = rows_of_meetings(
        "\xEF\xBB\xBFkind,支部,日期\r\n支委会,第五党支部,2026/10/8\r\n,,\r\n# 说明,,\r\n"
        "committee,zb01,2026-11-02\r\n");
    REQUIRE(rows);
    REQUIRE(rows->size() == 2);
    CHECK(rows->front().branch == "zb05");
    CHECK(rows->front().date == Date(2026, 10, 8));
    CHECK(rows->back().values[1] == rows->front().values[1]);
    CHECK(rows->back().place.line == 5);
  }

  TEST_CASE("a remark needs no commas, a row does") {
    CHECK(rows_of_meetings("支部,日期,类别\n# 说明\nzb01,2026-11-02,支委会\n")->size() == 1);
    CHECK(fault_names(rows_of_meetings("支部,日期,签字\n# 说明\nzb01,2026-11-02\n"))
              .find("3:6 row-length") != std::string::npos);
  }

  TEST_CASE("a table saved in GB18030 says the same") {
    const std::string text = "支部,日期,类别\n第五党支部,2026年10月8日,支委会\n";
    const auto saved = encode(text, Encoding::gb18030);
    REQUIRE(saved);
    const auto rows = rows_of_meetings(*saved);
    REQUIRE(rows);
    CHECK(rows->front().values == rows_of_meetings(text)->front().values);
  }

  TEST_CASE("the file of one branch needs no column for it, and has rows of no other") {
    const auto rows =
        rows_of_meetings("日期,类别\n2026-10-08,支委会\n", "records/meetings.zb05.csv");
    REQUIRE(rows);
    CHECK(rows->front().branch == "zb05");
    CHECK(fault_names(rows_of_meetings("支部,日期,类别\nzb01,2026-10-08,支委会\n",
                                       "records/meetings.zb05.csv")) == "2:1 other-branch");
    CHECK(fault_names(rows_of_meetings("日期,类别\n2026-10-08,支委会\n",
                                       "records/meetings.zb55.csv")) == "1:1 unknown-branch");
  }

  TEST_CASE("all faults of a table come in one run, with their places") {
    CHECK(fault_names(rows_of_meetings("支部,日期,类别,应到,何人\n"
                                       "zb05,2026-02-30,支委会,七,x\n"
                                       "zb50,,支委,5,y\n"
                                       ",2026-10-08,支委会,5\n")) ==
          "1:13 unknown-heading, 2:6 wrong-value, 2:21 wrong-value, 3:1 unknown-branch, "
          "3:6 missing-value, 3:7 wrong-value, 4:1 missing-value, 4:17 row-length");
    CHECK(fault_names(rows_of_meetings("日期,date\n2026-10-08,2026-10-08\n")) ==
          "1:1 missing-heading, 1:1 missing-heading, 1:4 duplicate-heading");
  }

  TEST_CASE("a file with faults breaks the register for those whose rows it may have") {
    RecordTable table;
    table.declared = meetings_register();
    add_record_file("日期,类别\n?,支委会\n", "records/meetings.zb05.csv", records_organisation(),
                    table);
    CHECK(table.rows.empty());
    CHECK(table.is_broken_for("zb05"));
    CHECK_FALSE(table.is_broken_for("zb01"));
    add_record_file("日期\n", "records/meetings.csv", records_organisation(), table);
    CHECK(table.is_broken_for("zb01"));
  }

  TEST_CASE("a row with faults is left out, and its branch can't be judged") {
    RecordTable table;
    table.declared = meetings_register();
    add_record_file("支部,日期,类别\nzb01,2026-10-08,支委会\nzb05,?,支委会\n# x\n",
                    "records/meetings.csv", records_organisation(), table);
    CHECK(table.rows.size() == 1);
    CHECK(table.is_broken_for("zb05"));
    CHECK_FALSE(table.is_broken_for("zb01"));
    add_record_file("支部,日期,类别\nzb50,2026-10-08,支委会\n", "records/meetings.b.csv",
                    records_organisation(), table);
    CHECK(table.is_broken_for("b"));
    add_record_file("支部,日期,类别\nzb50,2026-10-08,支委会\n", "records/meetings.csv",
                    records_organisation(), table);
    CHECK(table.is_broken_for("zb01"));  // whose row it is nobody knows
  }

  TEST_CASE("a row that stands in two files counts once, twice in one file twice") {
    RecordTable table;
    table.declared = meetings_register();
    const std::string row = "zb05,2026-10-08,支委会\n";
    add_record_file("支部,日期,类别\n" + row + row, "records/meetings.csv", records_organisation(),
                    table);
    CHECK(table.rows.size() == 2);
    add_record_file("日期,类别\n2026/10/8,支委会\n2026/10/9,支委会\n", "records/meetings.zb05.csv",
                    records_organisation(), table);
    CHECK(table.rows.size() == 3);
    REQUIRE(table.repeated.size() == 1);
    CHECK(to_string(table.repeated[0]) == "records/meetings.zb05.csv:2:1");
  }
}
