#include "report/problem_list.hpp"

#include "problem/twins.hpp"
#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a problem for programs has every key of the contract") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    Problem problem = a_problem();
    problem.recorded = Date(2026, 10, 14);
    problem.evidence = {"a.jpg", "b.pdf"};
    const Table table = problem_table({&problem}, {organisation, workdays, Date(2026, 11, 24)});
    CHECK(render(table, Format::csv, {}) ==
          "id,quarter,branch,branch_name,checklist,item,title,detail,basis,severity,status,owner,"
          "owner_name,opened,opened_by,due,original_due,days_overdue,extensions,submitted,closed,"
          "closed_by,recurrence_of,step,evidence,recorded,twins\n"
          "26Q4-zb05-k7m2qx-17,2026Q4,zb05,第五党支部,dues,DF-02,按月足额收缴,八月党费未按月收缴,"
          "《党费办法》第十二条,general,open,p005,周五,2026-10-12,p001,2026-10-27,2026-10-27,28,0,,"
          ",,,"
          "committee,a.jpg;b.pdf,2026-10-14,\n");
    CHECK(render(table, Format::jsonl, {}).find("\"submitted\":null") != std::string::npos);
  }

  TEST_CASE("the ids of the same problem are shown where there are some") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const Problem problem = a_problem();
    Problem other = problem;
    other.id = "26Q4-zb05-b5b5b5-1";
    const Problem both = as_one_problem({&problem, &other});
    const ListContext context{organisation, workdays, Date(2026, 11, 24)};
    const std::string people =
        render(problem_table({&both}, context), Format::table, {.lang = Lang::en});
    CHECK(people.find("  also") != std::string::npos);
    CHECK(people.find("26Q4-zb05-b5b5b5-1") != std::string::npos);
    CHECK(render(problem_table({&problem}, context), Format::table, {.lang = Lang::en})
              .find("  also") == std::string::npos);
  }

  TEST_CASE("a problem for people has what they need, in their words") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const Problem problem = a_problem();
    const Table table = problem_table({&problem}, {organisation, workdays, Date(2026, 11, 24)});
    const std::string chinese = render(table, Format::table, {});
    CHECK(chinese.find("待整改") != std::string::npos);
    CHECK(chinese.find("周五") != std::string::npos);
    CHECK(chinese.find("八月党费") == std::string::npos);
    CHECK(render(table, Format::table, {.lang = Lang::en}).find("Branch Five") !=
          std::string::npos);
  }
}
