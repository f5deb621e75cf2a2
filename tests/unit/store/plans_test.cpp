#include "store/plans.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

using namespace sihu;
using namespace sihu::test;

namespace {

PlanFile drawn_by(int writer) {
  PlanFile plan;
  plan.quarter = {2026, 4};
  plan.made = PlanOrigin{"", {}, std::to_string(writer), ""};
  return plan;
}

// 0: made; 1: there was one; 2: neither.
[[noreturn]] void create_as(const Workspace& workspace, int writer) {
  const auto made = create_plan(workspace, drawn_by(writer));
  ::_exit(made ? (*made ? 0 : 1) : 2);
}

}  // namespace

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

  TEST_CASE("a plan is created once, however many try at the same time") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    std::vector<pid_t> children;
    for (int writer = 0; writer < 8; ++writer) {
      const pid_t child = ::fork();
      if (child == 0) create_as(workspace, writer);
      children.push_back(child);
    }
    int winner = -1;
    for (std::size_t writer = 0; writer < children.size(); ++writer) {
      int status = -1;
      ::waitpid(children[writer], &status, 0);
      REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) < 2));
      if (WEXITSTATUS(status) == 1) continue;
      CHECK(winner == -1);
      winner = static_cast<int>(writer);
    }
    REQUIRE(winner >= 0);
    CHECK(file_bytes(folder.path() / "plans/2026Q4.yaml") == write_plan(drawn_by(winner)));
    const std::filesystem::directory_iterator files(folder.path() / "plans");
    CHECK(std::distance(begin(files), end(files)) == 1);  // nothing is left beside it
  }

  TEST_CASE("the quarters that are planned later are known, sound or not") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    CHECK(planned_after(workspace, {2026, 4}).value().empty());
    for (const char* name : {"2027Q3", "2026Q4", "2027Q1", "2026Q3", "draft"})
      put_file(folder.path() / "plans" / (std::string(name) + ".yaml"), "what: ever\n");
    CHECK(planned_after(workspace, {2026, 4}).value() ==
          std::vector<Quarter>{{2027, 1}, {2027, 3}});
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
