#include "report/records_list.hpp"

#include "support/check_fixture.hpp"
#include "support/records.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("registers are listed with rows, last day and faults") {
    RecordTables tables;
    tables.emplace("meetings", table_of(meetings_register(),
                                        "支部,日期,类别\nzb01,2026-10-08,支委会\n"
                                        "zb05,2026-11-02,支委会\n"));
    tables.emplace("dues", table_of(dues_register(), "支部,月份\nzb05,?\n"));
    CHECK(render(registers_table(tables, ""), Format::csv, {Lang::en}) ==
          "register,title,rows,branches,last,faults,files\n"
          "dues,党费,0,0,,1,records/dues.csv\n"
          "meetings,会议,2,2,2026-11-02,0,records/meetings.csv\n");
    CHECK(render(registers_table(tables, "zb01"), Format::csv, {Lang::en})
              .find("meetings,会议,1,1,2026-10-08") != std::string::npos);
  }

  TEST_CASE("an item has its verdict, what is missing, and where rows are amiss") {
    const CheckFixture check;
    RecordOffer offer;
    offer.result.verdict = RecordVerdict::gap;
    offer.result.stretches = {{"2026-10", StretchResult::State::gap, same("2026-10: 0")},
                              {"2026-11", StretchResult::State::met, same("2026-11: 1")}};
    offer.result.rows = {{{"r.csv", 2, 1}, Date(2026, 11, 2), same("late")},
                         {{"r.csv", 3, 1}, Date(2026, 11, 3), {}}};
    const std::vector<RecordsLine> lines{
        {check.organisation.find_branch("zb05"), "dues", check.checklist.find("A-1"), &offer}};
    CHECK(render(records_check_table(lines), Format::csv, {Lang::en})
              .find("A-1,Paid monthly,gap,\"2026-10: 0 (gap), 2026-11: 1\",2026-10,2,r.csv:2,") !=
          std::string::npos);
    CHECK(records_check_words(lines).en ==
          "1 item that records can answer: 0 met, 1 with a gap, 0 that can't be said");
  }
}
