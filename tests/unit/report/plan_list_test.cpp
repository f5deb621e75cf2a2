#include "report/plan_list.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

PlanFile a_plan() {
  PlanFile plan;
  plan.quarter = {2026, 4};
  plan.rows = {{Mutual::check, "zb01", "zb02"}, {Mutual::test, "zb03", "zb01"}};
  return plan;
}

Organisation two_names() {
  Organisation organisation;
  organisation.branches = {{"zb01", {"一支部", "Branch 1"}, {}, 1, {}},
                           {"zb02", {"二支部", "Branch 2"}, {}, 1, {}}};
  return organisation;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a plan is listed for programs by its codes and ids") {
    CHECK(render(plan_table(a_plan(), two_names(), ""), Format::csv, {Lang::en}) ==
          "mutual,from,from_name,to,to_name,note,lesson\n"
          "check,zb01,Branch 1,zb02,Branch 2,,\n"
          "test,zb03,zb03,zb01,Branch 1,,\n");
  }

  TEST_CASE("a branch sees its rows on either side") {
    CHECK(plan_table(a_plan(), two_names(), "zb01").rows.size() == 2);
    CHECK(plan_table(a_plan(), two_names(), "zb02").rows.size() == 1);
  }

  TEST_CASE("notes and lessons have a column where there are some") {
    PlanFile plan = a_plan();
    CHECK_FALSE(plan_table(plan, two_names(), "").columns[5].in_table);
    CHECK_FALSE(plan_table(plan, two_names(), "").columns[6].in_table);
    plan.rows[0].note = same("党费");
    CHECK(plan_table(plan, two_names(), "").columns[5].in_table);
    plan.rows.push_back({Mutual::learn, "zb01", "zb03"});
    plan.rows.back().lesson = "dues/DF-02";
    CHECK(plan_table(plan, two_names(), "").columns[6].in_table);
  }
}
