#include "records/extract_rows.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const Branch own{"zb05", {"第五党支部", "Branch 5"}, {}, 1, {}};

std::string rows_of(std::string_view text) {
  const auto rows = extract_rows(text, "records/meetings.csv", own);
  REQUIRE(rows);
  return rows->substr(3);  // behind the byte-order mark
}

}  // namespace

TEST_SUITE("records") {
  TEST_CASE("rows are the branch's by id or by name, their cells as they were") {
    CHECK(rows_of("日期,支部,内容\n"
                  "2026-10-01,zb05,\"走访，3 户\n又 2 户\"\n"
                  "2026-10-02,zb03,别人的\n"
                  "2026-10-03, 第五党支部 ,\"他说：\"\"好\"\"\"\n"
                  "#,zb05,说明\n"
                  "2026-10-04,Branch 5,'=1+1\n"
                  "2026-10-05,,无支部\n") ==
          "日期,支部,内容\n"
          "2026-10-01,zb05,\"走访，3 户\n又 2 户\"\n"
          "2026-10-03, 第五党支部 ,\"他说：\"\"好\"\"\"\n"
          "2026-10-04,Branch 5,'=1+1\n");
    CHECK(rows_of("branch,date\nzb03,2026-10-01\n") == "branch,date\n");
  }

  TEST_CASE("a table without the branch can't be cut") {
    const auto rows = extract_rows("日期\n2026-10-01\n", "records/meetings.csv", own);
    REQUIRE_FALSE(rows);
    CHECK(rows.error().faults.front().name == "missing-heading");
  }
}
