#include "document/plan_file.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

PlanFile a_plan() {
  PlanFile plan;
  plan.quarter = {2026, 4};
  plan.made = PlanOrigin{"p900", Date(2026, 9, 20), "双色球 \"2026117\"", "0123456789012345"};
  plan.rotation = PlanRotation{0xfedcba9876543210, 2, 11};
  plan.broken = {{"zb01 与 zb02 互相检查", "zb01 and zb02 inspect each other"}};
  plan.rows = {{Mutual::check, "zb01", "no"},
               {Mutual::review, "zb01", "zb02"},
               {Mutual::learn, "zb02", "zb01", same("党费"), "dues/DF-02"},
               {Mutual::learn, "zb03", "zb01", {}, ":消防"},
               {Mutual::test, "zb01", "zb03"}};
  return plan;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a plan that was written comes back as it was") {
    const auto again = load_plan(write_plan(a_plan()), "plans/2026Q4.yaml");
    CHECK(fault_names(again).empty());
    REQUIRE(again);
    CHECK(write_plan(*again) == write_plan(a_plan()));
    CHECK(again->made->on == Date(2026, 9, 20));
    CHECK(again->made->seed == "双色球 \"2026117\"");
    CHECK(again->made->roster == "0123456789012345");
    CHECK(again->rotation->seed == 0xfedcba9876543210);
    CHECK(again->rotation->cycle == 2);
    CHECK(again->rotation->round == 11);
    CHECK(again->broken[0].en == "zb01 and zb02 inspect each other");
    CHECK(again->rows[0].to == "no");
    CHECK(again->rows[2].note == same("党费"));
    CHECK(again->rows[2].lesson == "dues/DF-02");
    CHECK(again->rows[3].lesson == ":消防");
    CHECK(again->has(Mutual::test, "zb01", "zb03"));
    CHECK_FALSE(again->has(Mutual::check, "zb01", "zb03"));
  }

  TEST_CASE("a plan is written to be read by people") {
    PlanFile plan;
    plan.quarter = {2026, 4};
    plan.rows = {{Mutual::check, "zb01", "zb02"}, {Mutual::check, "zb02", "zb01"}};
    CHECK(write_plan(plan) ==
          "# yaml-language-server: $schema=../schema/plan.schema.json\n#\n"
          "# 2026Q4 谁检查、评、教、考谁。可以手工改，改完运行 sihu lint。\n"
          "# 2026Q4: who inspects, reviews, teaches and tests whom. Edit it as you like, then run "
          "sihu lint.\n"
          "plan: 2026Q4\nrows:\n  # 互查：from 检查 to · from inspects to\n"
          "  - {mutual: check, from: zb01, to: zb02}\n"
          "  - {mutual: check, from: zb02, to: zb01}\n");
  }
}
