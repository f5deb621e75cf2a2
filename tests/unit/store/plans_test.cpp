#include "store/plans.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("a plan is saved below plans, and read again") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    CHECK_FALSE(read_plan(workspace, {2026, 4}).value());
    PlanFile plan;
    plan.quarter = {2026, 4};
    plan.rows = {{Mutual::check, "zb03", "zb05"}};
    REQUIRE(save_plan(workspace, plan));
    CHECK(file_bytes(folder.path() / "plans/2026Q4.yaml") == write_plan(plan));
    const auto again = read_plan(workspace, {2026, 4});
    REQUIRE(again);
    CHECK((*again)->has(Mutual::check, "zb03", "zb05"));
  }

  TEST_CASE("history is every quarter before, earliest first") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    CHECK(read_plans_before(workspace, {2026, 4}).value().empty());
    for (const char* quarter : {"2026Q3", "2025Q4", "2026Q4", "2027Q1"})
      put_file(folder.path() / "plans" / (std::string(quarter) + ".yaml"),
               "plan: " + std::string(quarter) + "\nrows: []\n");
    put_file(folder.path() / "plans/draft.yaml", "what: ever\n");
    const auto plans = read_plans_before(workspace, {2026, 4});
    REQUIRE(plans);
    REQUIRE(plans->size() == 2);
    CHECK(plans->front().quarter == Quarter{2025, 4});
    CHECK(plans->back().quarter == Quarter{2026, 3});
  }

  TEST_CASE("a plan that can't be understood is bad input, with its place") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    put_file(folder.path() / "plans/2026Q3.yaml", "plan: 2026Q3\nrows: [{mutual: chek}]\n");
    const auto plans = read_plans_before(workspace, {2026, 4});
    REQUIRE_FALSE(plans);
    CHECK(plans.error().kind == Kind::input);
    CHECK(plans.error().faults[0].place.file == "plans/2026Q3.yaml");
    CHECK(plans.error().faults[0].place.line == 2);
  }

  TEST_CASE("a link that leads out of the workspace is not followed") {
    const TemporaryFolder folder;
    const TemporaryFolder other;
    const Workspace workspace = make_workspace(folder.path());
    std::filesystem::create_directory_symlink(other.path(), folder.path() / "plans");
    PlanFile plan;
    plan.quarter = {2026, 4};
    CHECK(save_plan(workspace, plan).error().kind == Kind::input);
    CHECK(std::filesystem::is_empty(other.path()));
  }
}
