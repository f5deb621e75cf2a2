#include "problem/returned.hpp"

#include "support/returned.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("problem") {
  TEST_CASE("several steps of a row are each judged by what the one before leaves") {
    const ReturnedOffice office;
    const auto plan = office.plan({office.row({{"owner", "吴六"},
                                               {"measures", "专人核对"},
                                               {"completion", "已补收"},
                                               {"evidence", "收据.jpg；名单.pdf"},
                                               {"completed", "2026/10/18"},
                                               {"remark", "另附说明"}})},
                                  "p005");
    CHECK(
        steps_of(plan) ==
        "assign:p006, note:measures:专人核对, submit:已补收:2026-10-18:sha-收据.jpg:sha-名单.pdf, "
        "note:remark:另附说明");
    REQUIRE(plan);
    CHECK(plan->drafts.size() == 4);
    for (const Draft& draft : plan->drafts) CHECK(draft.subject == office.id);
    CHECK(office.plan({office.row({{"completion", "已补收"}, {"conclusion", "同意销号"}})}, "p005")
              .error()
              .kind == Kind::refused);
  }

  TEST_CASE("rows that say what the ledger says ask for nothing") {
    ReturnedOffice office;
    office.tell("p005", "problem.note", {{"note", "专人核对"}, {"kind", "measures"}});
    office.tell("p005", "problem.submit", {{"note", "已补收"}, {"evidence", "sha-收据.jpg"}});
    CHECK(steps_of(office.plan({office.row({{"owner", "周五"},
                                            {"measures", "专人核对"},
                                            {"completion", "已补收"},
                                            {"completed", "2026-10-15"},
                                            {"evidence", "收据.jpg"}}),
                                ReturnedRow{}},
                               "p005"))
              .empty());
  }

  TEST_CASE("ids that are unknown, missing or there twice are all said") {
    const ReturnedOffice office;
    ReturnedRow unknown = office.row({});
    unknown.cells["id"].text = "17";
    ReturnedRow nameless = office.row({{"measures", "x"}});
    nameless.cells.erase("id");
    CHECK(steps_of(office.plan({office.row({}), unknown, office.row({}), nameless}, "p005")) ==
          "F.xlsx!A2 id-missing, F.xlsx!id unknown-problem, F.xlsx!id problem-twice");
  }

  TEST_CASE("what a rule forbids is said at its cell, with what can't be read") {
    const ReturnedOffice office;
    const auto plan =
        office.plan({office.row({{"conclusion", "同意销号"}, {"owner", "无此人"}})}, "p001");
    CHECK(steps_of(plan) == "F.xlsx!conclusion step-not-possible, F.xlsx!owner unknown-person");
    CHECK(plan.error().kind == Kind::input);
  }

  TEST_CASE("the columns that are taken back are known") {
    CHECK(is_taken_back("measures"));
    CHECK_FALSE(is_taken_back("status"));
  }

  TEST_CASE("days are read as people write them") {
    for (const char* text :
         {"2026-10-05", "2026/10/5", "2026.10.5", "2026年10月5日", "2026-10-05 14:30"})
      CHECK_MESSAGE(written_date(text) == Date(2026, 10, 5), text);
    for (const char* text :
         {"", "10月5日", "2026-13-05", "明天", "2026-10-05-06", "46300", "99999999999999999999"})
      CHECK_MESSAGE(!written_date(text), text);
  }
}
