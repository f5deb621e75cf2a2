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
    REQUIRE(plan->warnings.size() == 1);
    CHECK(plan->warnings.front().warning);
    CHECK(plan->warnings.front().place.file == "F.xlsx!measures");
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

  TEST_CASE("a conclusion of an earlier round is an old copy, also before it is submitted again") {
    ReturnedOffice office;
    office.tell("p005", "problem.submit", {{"note", "已补收"}});
    office.tell("p001", "problem.verify", {{"note", "属实"}});
    const std::vector<ReturnedRow> closed{office.row({{"completion", "已补收"},
                                                      {"submitted", "2026-10-15"},
                                                      {"conclusion", "同意销号"},
                                                      {"remark", "属实"},
                                                      {"status", "已销号"}})};
    office.tell("p900", "problem.reopen", {{"note", "反弹"}, {"due", "2026-11-20"}});
    for (const char* round : {"reopened", "submitted again"}) {
      CAPTURE(round);
      const auto plan = office.plan(closed, "p001");
      REQUIRE(plan);
      CHECK(plan->steps.empty());
      REQUIRE_FALSE(plan->warnings.empty());
      CHECK(plan->warnings.back().name == "stale-cell");
      CHECK(plan->warnings.back().place.file == "F.xlsx!conclusion");
      office.tell("p005", "problem.submit", {{"note", "又补收"}});
    }
    CHECK(steps_of(office.plan({office.row({{"conclusion", "同意销号"}, {"remark", "看过"}})},
                               "p001")) == "note:remark:看过");
  }

  TEST_CASE("a conclusion that was reached before counts in a row of the submission that waits") {
    ReturnedOffice office;
    office.tell("p005", "problem.submit", {{"note", "已补收"}});
    office.tell("p001", "problem.reject", {{"note", "缺收据"}});
    office.tell("p005", "problem.submit", {{"note", "收据补齐"}});
    CHECK(steps_of(office.plan(
              {office.row({{"completion", "收据补齐"}, {"conclusion", "退回：还缺一张"}})},
              "p001")) == "reject:还缺一张");
    CHECK(steps_of(
              office.plan({office.row({{"completion", "已补收"}, {"conclusion", "退回：缺收据"}})},
                          "p001"))
              .empty());
    // Decided and submitted on one day: the day shows nothing.
    CHECK(steps_of(office.plan({office.row({{"submitted", "2026-10-15"}, {"conclusion", "退回"}})},
                               "p001"))
              .empty());
  }

  TEST_CASE("an old owner is called by name, as in the cell") {
    ReturnedOffice office;
    office.tell("p005", "problem.assign", {{"to", "p006"}});
    const auto plan = office.plan({office.row({{"owner", "周五"}})}, "p005");
    REQUIRE(plan);
    REQUIRE(plan->warnings.size() == 1);
    CHECK(plan->warnings.front().what.zh == "“周五”是以前的内容，台账里现在是“吴六”，不改");
  }

  TEST_CASE("what is missing is named by its column, and is a fault of the sheet") {
    ReturnedOffice office;
    const auto extension = office.plan({office.row({{"extended", "2026-11-05"}})}, "p005");
    REQUIRE_FALSE(extension);
    CHECK(extension.error().kind == Kind::input);
    CHECK(extension.error().faults.front().what.zh == "“申请延期”必须用“备注”栏说明理由");
    CHECK(extension.error().faults.front().what.en ==
          "ask for an extension needs a reason, in the column \"remarks\"");
    const auto later =
        office.plan({office.row({{"completion", "已补收"}, {"completed", "2026-12-01"}})}, "p005");
    REQUIRE_FALSE(later);
    CHECK(later.error().faults.front().what.zh == "“完成日期”2026-12-01 晚于今天 2026-10-20");
  }
}
