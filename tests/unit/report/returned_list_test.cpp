#include "report/returned_list.hpp"

#include "support/fault_names.hpp"
#include "support/returned.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Result<ReturnedSheet> returned(const std::string& csv) {
  const auto sheet = read_csv(csv, "F.csv");
  REQUIRE(sheet);
  return returned_sheet(*sheet, "F.csv");
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a ledger that came back is read by its headings, in any order") {
    const auto sheet = returned(
        "整改措施,编外,问题编号,状态\n 专人核对 ,x,26Q4-zb05-k7m2qx-17,已销号\n"
        "'=1+1,,26Q4-zb05-k7m2qx-18,\n");
    REQUIRE(sheet);
    CHECK(sheet->others == std::vector<std::string>{"编外"});
    REQUIRE(sheet->rows.size() == 2);
    CHECK(sheet->rows[0].cells.size() == 3);
    CHECK(sheet->rows[0].text("status") == "已销号");
    CHECK(sheet->rows[0].text("measures") == "专人核对");
    CHECK(sheet->rows[1].text("measures") == "=1+1");
    CHECK(to_string(sheet->rows[0].place_of("id")) == "F.csv:2:10");
  }

  TEST_CASE("what is no ledger is refused") {
    CHECK(fault_names(returned("编号,措施\n1,2\n")) == "0:0 not-a-ledger");
    CHECK(fault_names(returned("问题编号,状态\n1,2\n")) == "0:0 not-a-ledger");
    CHECK(fault_names(returned("id,measures,整改措施\n1,2,3\n")) == "1:13 duplicate-heading");
    CHECK(fault_names(returned("id,measures\n1,2,3\n")) == "2:5 row-length");
  }

  TEST_CASE("a plan is shown a row for each step") {
    const ReturnedOffice office;
    const auto plan =
        office.plan({office.row({{"owner", "吴六"}, {"measures", "专人核对"}})}, "p005");
    REQUIRE(plan);
    CHECK(render(returned_table(*plan, {office.organisation, office.workdays, office.today}),
                 Format::csv, {.lang = Lang::zh}) ==
          "id,branch_name,step,about,to,due,on,text,evidence,cell\n"
          "26Q4-zb05-k7m2qx-17,第五党支部,assign,,吴六,,,,,F.xlsx!owner\n"
          "26Q4-zb05-k7m2qx-17,第五党支部,note,measures,,,,专人核对,,F.xlsx!measures\n");
  }
}
