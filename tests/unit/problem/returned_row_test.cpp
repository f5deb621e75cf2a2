#include "problem/returned_row.hpp"

#include "support/returned.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("problem") {
  TEST_CASE("a remark is the reason of what needs one, else a note") {
    ReturnedOffice office;
    CHECK(steps_of(office.plan(
              {office.row({{"extended", "2026年11月5日"}, {"remark", "对账单未到"}})}, "p005")) ==
          "extend:2026-11-05:对账单未到");
    CHECK(steps_of(office.plan({office.row({{"extended", "2026-11-05"}})}, "p005")) ==
          "F.xlsx!extended note-missing");
    CHECK(steps_of(office.plan({office.row({{"extended", "2026-10-27"}})}, "p005")).empty());
    office.tell("p005", "problem.submit", {{"note", "已补收"}});
    CHECK(steps_of(office.plan({office.row({{"conclusion", "退回"}, {"remark", "缺收据"}})},
                               "p001")) == "reject:缺收据");
    CHECK(steps_of(office.plan({office.row({{"conclusion", "退回：缺收据"}})}, "p001")) ==
          "reject:缺收据");
    CHECK(steps_of(office.plan({office.row({{"conclusion", "close: receipts seen"}})}, "p001")) ==
          "verify:receipts seen");
  }

  TEST_CASE("what stood there before others changed it is not taken") {
    ReturnedOffice office;
    office.tell("p005", "problem.note", {{"note", "逐月核对"}, {"kind", "measures"}});
    office.tell("p005", "problem.note", {{"note", "专人核对"}, {"kind", "measures"}});
    const auto plan = office.plan({office.row({{"measures", "逐月核对"}})}, "p005");
    REQUIRE(plan);
    CHECK(plan->steps.empty());
    REQUIRE(plan->stale.size() == 1);
    CHECK(plan->stale.front().warning);
    CHECK(plan->stale.front().place.file == "F.xlsx!measures");
  }

  TEST_CASE("cells that can't be read are said where they are") {
    ReturnedOffice office;
    office.organisation.people.push_back(a_person("p910", {"吴六", "Wu B"}, "zb07"));
    CHECK(steps_of(office.plan({office.row({{"owner", "吴六"},
                                            {"extended", "月底"},
                                            {"evidence", "没有.jpg;有.jpg"},
                                            {"conclusion", "好"}})},
                               "p005")) ==
          "F.xlsx!conclusion unknown-conclusion, F.xlsx!evidence evidence-not-found, "
          "F.xlsx!evidence completion-missing, F.xlsx!extended not-a-date, F.xlsx!owner "
          "which-person");
    CHECK(steps_of(office.plan({office.row({{"owner", "吴六（p006）"}})}, "p005")) ==
          "assign:p006");
  }
}
