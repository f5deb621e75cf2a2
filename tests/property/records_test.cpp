// Laws of what records say: the order of rows tells nothing, and another row of the kind that is
// counted never makes "at least" worse.
#include "support/records.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string drawn_row() {
  const int month = *rc::gen::inRange(7, 13);
  const int day = *rc::gen::inRange(1, 29);
  const char* kind = *rc::gen::element("支委会", "党员大会");
  const char* branch = *rc::gen::element("zb01", "zb05");
  return std::string(branch) + ",2026/" + std::to_string(month) + "/" + std::to_string(day) + "," +
         kind + "\n";
}

ComputedResult of_rows(const std::vector<std::string>& rows) {
  std::string text = "支部,日期,类别\n";
  for (const std::string& row : rows) text += row;
  RecordTables tables;
  tables.emplace("meetings", table_of(meetings_register(), text));
  return computed_on(tables,
                     "records: meetings, where: {kind: 支委会}, count-per: month, at-least: 2",
                     Date(2027, 1, 1));
}

}  // namespace

TEST_SUITE("laws of records") {
  TEST_CASE("the order of rows tells nothing") {
    CHECK(rc::check([] {
      auto rows = *rc::gen::container<std::vector<std::string>>(rc::gen::exec(drawn_row));
      const auto before = of_rows(rows);
      std::ranges::reverse(rows);
      const auto after = of_rows(rows);
      RC_ASSERT(before.verdict == after.verdict);
      RC_ASSERT(before.digest == after.digest);
      RC_ASSERT(before.amiss == after.amiss);
    }));
  }

  TEST_CASE("one row more never makes at-least worse") {
    CHECK(rc::check([] {
      auto rows = *rc::gen::nonEmpty(
          rc::gen::container<std::vector<std::string>>(rc::gen::exec(drawn_row)));
      rows.push_back("zb05,2026-07-01,党员大会\n");
      const auto before = of_rows(rows);
      rows.push_back(drawn_row());
      const auto after = of_rows(rows);
      RC_ASSERT(after.amiss <= before.amiss);
      RC_ASSERT(before.verdict != RecordVerdict::met || after.verdict == RecordVerdict::met);
    }));
  }
}
