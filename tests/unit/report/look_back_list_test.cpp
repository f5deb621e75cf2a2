#include "report/look_back_list.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a look-back names each problem, who closed it, and why it is there") {
    const Organisation organisation = an_organisation();
    const Workdays workdays;
    Problem problem;
    problem.id = "26Q4-zb05-k7m2qx-2";
    problem.branch = "zb05";
    problem.item = "DF-02";
    problem.title = "按月足额收缴";
    problem.closed = Date(2026, 11, 2);
    problem.closed_by = "p001";
    const LookBackDraw draw{{{&problem, false}, {&problem, true}}, 7};
    const Table table = look_back_table(draw, {organisation, workdays, Date(2026, 12, 1)});
    CHECK(
        render(table, Format::csv, {}) ==
        "id,branch,branch_name,item,title,severity,closed,closed_by,closed_by_name,why\n"
        "26Q4-zb05-k7m2qx-2,zb05,第五党支部,DF-02,按月足额收缴,general,2026-11-02,p001,赵一,drawn\n"
        "26Q4-zb05-k7m2qx-2,zb05,第五党支部,DF-02,按月足额收缴,general,2026-11-02,p001,赵一,"
        "critical\n");
  }

  TEST_CASE("what is said with it has the numbers and the seed, shown as characters") {
    const Problem problem;
    const auto notes = look_back_notes({{{&problem, false}, {&problem, true}}, 7}, 20, "\x1b[31m");
    CHECK(notes[0].en ==
          "7 closed: 1 critical, all of them looked at; of the others 20 % of each branch, rounded "
          "up: 1 drawn");
    CHECK(notes[1].zh.find("种子：\\x1b[31m。") == 0);
  }
}
