#include "plan/organise.hpp"

#include "base/chance.hpp"
#include "support/plans.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

constexpr Quarter q4{2026, 4};

PlanFile past(Quarter quarter, std::vector<PlanRow> rows, const std::string& roster) {
  PlanFile plan;
  plan.quarter = quarter;
  plan.made = PlanOrigin{"p900", {}, "", roster};
  plan.rotation = PlanRotation{7, 1, 2};
  plan.rows = std::move(rows);
  return plan;
}

Person person(std::vector<Role> roles) {
  Person one;
  one.id = "p1";
  one.branch = "zb001";
  one.roles = std::move(roles);
  one.recuse = {"zb003"};
  return one;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("a branch has its place among all as its number") {
    CHECK(place_of_id("zb02", {"zb01", "zb02"}) == 1);
    CHECK(place_of_id("zb03", {"zb01", "zb02"}) == -1);
  }

  TEST_CASE("branches are numbered by their ids, in whatever order sihu.yaml has them") {
    Organisation organisation = branches_only(3);
    const PlanScene before = plan_scene(organisation, q4, "draw", {});
    std::swap(organisation.branches[0], organisation.branches[2]);
    const PlanScene after = plan_scene(organisation, q4, "draw", {});
    CHECK(after.ids == std::vector<std::string>{"zb001", "zb002", "zb003"});
    CHECK(after.roster == before.roster);
    CHECK(after.constraints.seed == before.constraints.seed);
  }

  TEST_CASE("the seed is of the text, the quarter and the roster together") {
    const Organisation three = branches_only(3);
    const PlanScene scene = plan_scene(three, q4, "双色球 2026117", {});
    CHECK(scene.seed_text == "双色球 2026117 2026Q4 " + scene.roster);
    CHECK(scene.constraints.seed == seed_of(scene.seed_text));
    CHECK(plan_scene(three, q4, "", {}).seed_text == "2026Q4 " + scene.roster);
    CHECK(plan_scene(branches_only(4), q4, "", {}).roster != scene.roster);
  }

  TEST_CASE("sihu.yaml says who must not meet, and who can make how much") {
    Organisation organisation = branches_only(4);
    organisation.recuse = {{"zb004", "zb002"}};
    organisation.plan = {2, {{"zb001", "zb002"}}, {{"zb003", 0}}, 3};
    const PlanConstraints constraints = plan_scene(organisation, q4, "", {}).constraints;
    CHECK(constraints.recusals == std::vector<Recusal>{{3, 1, RecusalReason::recused}});
    CHECK(constraints.each == 2);
    CHECK(constraints.team == std::vector<int>{0, 0, -1, -1});
    CHECK(constraints.capacity == std::vector<int>{-1, -1, 0, -1});
    CHECK(constraints.gap == 3);
  }

  TEST_CASE("shared people count while they are inspector or secretary in the quarter") {
    const auto recusals = [](std::vector<Role> roles) {
      Organisation organisation = branches_only(3);
      organisation.people = {person(std::move(roles))};
      return plan_scene(organisation, q4, "", {}).constraints.recusals;
    };
    const std::vector<Recusal> shared{{0, 2, RecusalReason::shared_people}};
    CHECK(recusals({{RoleName::secretary, {}, {}}}) == shared);
    CHECK(recusals({{RoleName::inspector, Date(2026, 12, 31), {}}}) == shared);
    CHECK(recusals({{RoleName::inspector, {}, Date(2026, 10, 1)}}) == shared);
    CHECK(recusals({{RoleName::inspector, Date(2027, 1, 1), {}}}).empty());
    CHECK(recusals({{RoleName::inspector, {}, Date(2026, 9, 30)}}).empty());
    CHECK(recusals({{RoleName::leader, {}, {}}}).empty());
  }

  TEST_CASE("earlier plans are history, and branches that left are named") {
    const Organisation three = branches_only(3);
    const std::string roster = roster_of(plan_ids(three));
    const PlanScene scene = plan_scene(
        three, q4, "",
        {past({2027, 1}, {{Mutual::check, "zb001", "zb002"}}, roster),
         past({2026, 2}, {{Mutual::check, "zb002", "zb003"}}, roster),
         past({2025, 4}, {{Mutual::check, "zb001", "zb999"}, {Mutual::review, "zb001", "zb003"}},
              "")});
    REQUIRE(scene.constraints.history.size() == 1);
    CHECK(scene.constraints.history[0].from == 1);
    CHECK(scene.constraints.quarter - scene.constraints.history[0].quarter == 2);
    CHECK(scene.departed == std::vector<std::string>{"zb999"});
    CHECK(scene.constraints.place == RotationPlace{7, 1, 2});
  }

  TEST_CASE("the rotation of other branches does not go on") {
    const PlanScene scene =
        plan_scene(branches_only(4), q4, "", {past({2026, 3}, {}, roster_of({"zb001"}))});
    CHECK(scene.roster_changed);
    CHECK_FALSE(scene.constraints.place);
  }
}
