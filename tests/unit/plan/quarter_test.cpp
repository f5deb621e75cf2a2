#include "plan/quarter.hpp"

#include "support/plans.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

PlanFile plan_of(const Organisation& organisation, Quarter quarter, const std::string& seed,
                 const std::vector<PlanFile>& earlier) {
  const auto plan = plan_quarter(organisation, quarter, seed, earlier);
  REQUIRE(plan);
  return plan->file;
}

bool notes_have(const QuarterPlan& plan, std::string_view words) {
  return std::ranges::any_of(
      plan.notes, [&](const Phrase& note) { return note.en.find(words) != std::string::npos; });
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE(
      "quarter after quarter everybody is inspected by everybody before anybody comes again") {
    const Organisation seven = branches_only(7);
    std::vector<PlanFile> plans;
    std::set<std::pair<std::string, std::string>> seen;
    for (Quarter quarter{2026, 1}; plans.size() < 6; quarter = quarter.next()) {
      // What the next quarter knows is what the file says.
      const auto plan =
          load_plan(write_plan(plan_of(seven, quarter, "draw", plans)), "plans/x.yaml");
      REQUIRE(plan);
      CHECK(plan->broken.empty());
      for (const PlanRow& row : plan->rows)
        if (row.mutual == Mutual::check) seen.emplace(row.from, row.to);
      plans.push_back(*plan);
    }
    CHECK(seen.size() == 42);
  }

  TEST_CASE("the same seed gives the same plan, another seed another") {
    const Organisation nine = branches_only(9);
    const std::string one = write_plan(plan_of(nine, {2026, 4}, "双色球 2026117", {}));
    CHECK(one == write_plan(plan_of(nine, {2026, 4}, "双色球 2026117", {})));
    CHECK(one != write_plan(plan_of(nine, {2026, 4}, "双色球 2026118", {})));
  }

  TEST_CASE("a quarter has inspections, three reviews each and papers") {
    const PlanFile plan = plan_of(branches_only(8), {2026, 4}, "", {});
    const auto count = [&](Mutual mutual) {
      return std::ranges::count(plan.rows, mutual, &PlanRow::mutual);
    };
    CHECK(count(Mutual::check) == 8);
    CHECK(count(Mutual::review) == 24);
    CHECK(count(Mutual::test) == 8);
    CHECK(plan.rotation);
    CHECK(plan.made->roster.size() == 16);
  }

  TEST_CASE("what can't be planned is refused, and the recusals in the way are named") {
    Organisation three = branches_only(3);
    three.recuse = {{"zb001", "zb002"}};
    const auto plan = plan_quarter(three, {2026, 4}, "", {});
    REQUIRE_FALSE(plan);
    CHECK(plan.error().kind == Kind::refused);
    CHECK(plan.error().faults[0].name == "no-plan");
    CHECK(plan.error().faults[0].hint.en.find("zb001–zb002 (recused)") != std::string::npos);
    CHECK(plan_quarter(branches_only(1), {2026, 4}, "", {}).error().kind == Kind::refused);
  }

  TEST_CASE("too many inspections for so few branches are refused with what to set") {
    for (const int count : {2, 3, 4}) {
      Organisation few = branches_only(count);
      few.plan.targets = 2;
      const auto plan = plan_quarter(few, {2026, 4}, "", {});
      REQUIRE_FALSE(plan);
      CHECK(plan.error().faults[0].hint.en.find("targets: 1 at most") != std::string::npos);
      few.plan.targets = 1;
      CHECK(plan_quarter(few, {2026, 4}, "", {}));
    }
  }

  TEST_CASE("what is said to be the most inspections there can be is just that") {
    for (int count = 2; count <= 6; ++count)
      for (int targets = 1; targets <= 5; ++targets) {
        CAPTURE(count);
        CAPTURE(targets);
        Organisation few = branches_only(count);
        few.plan.targets = targets;
        const auto plan = plan_quarter(few, {2026, 4}, "", {});
        const int most = std::max(1, (count - 1) / 2);
        CHECK(plan.has_value() == (targets <= most));
        if (plan) continue;
        const Fault& fault = plan.error().faults[0];
        CHECK(fault.hint.en.find("targets: " + std::to_string(most) + " at most") !=
              std::string::npos);
        const int pairs = count * (count - 1) / 2;
        CHECK(fault.what.en.find(count == 2 ? std::string("two branches, each inspecting the other")
                                            : "there can be " + std::to_string(pairs)) !=
              std::string::npos);
      }
  }

  TEST_CASE("what had to be broken stands in the plan and is said") {
    const auto two = plan_quarter(branches_only(2), {2026, 4}, "", {});
    REQUIRE(two);
    CHECK(two->file.broken.size() >= 1);
    CHECK(notes_have(*two, "had to be broken: zb001 and zb002 inspect each other"));
  }

  TEST_CASE("few inspections in a half-year are said, enough are not") {
    Organisation nine = branches_only(9);
    const auto one = plan_quarter(nine, {2026, 4}, "", {});
    REQUIRE(one);
    CHECK(notes_have(*one, "inspected 2 times in a half-year; below 3"));
    nine.plan.targets = 2;
    const auto more = plan_quarter(nine, {2026, 4}, "", {});
    REQUIRE(more);
    CHECK_FALSE(notes_have(*more, "half-year"));
    CHECK(notes_have(*more, "each branch makes 2 inspections, and gets as many"));
  }

  TEST_CASE("inspections that leave branches apart are said where scores could be corrected") {
    const auto planned = [](int branches, int targets) {
      Organisation organisation = branches_only(branches);
      organisation.plan.targets = targets;
      const auto plan = plan_quarter(organisation, {2026, 1}, "", {});
      REQUIRE(plan);
      return *plan;
    };
    // Two a quarter are enough in a half-year, and there it is said.
    CHECK(notes_have(planned(24, 2), "leave 12 groups that nothing ties together"));
    for (const int branches : {6, 8, 9, 10, 12, 14, 16, 25, 35}) {
      CAPTURE(branches);
      CHECK_FALSE(notes_have(planned(branches, 2), "groups"));
    }
    for (const int branches : {12, 15, 16, 32}) {
      CAPTURE(branches);
      CHECK_FALSE(notes_have(planned(branches, 3), "groups"));
    }
    CHECK_FALSE(notes_have(planned(16, 4), "groups"));
    // With so few nobody would correct them anyhow.
    CHECK_FALSE(notes_have(planned(16, 1), "groups"));
  }

  TEST_CASE("reviews are as many as a result needs sheets, or it is said") {
    Organisation eight = branches_only(8);
    eight.review.least = 4;
    const auto plan = plan_quarter(eight, {2026, 4}, "", {});
    REQUIRE(plan);
    CHECK(std::ranges::count(plan->file.rows, Mutual::review, &PlanRow::mutual) == 32);
    CHECK_FALSE(notes_have(*plan, "review: least"));
    Organisation four = branches_only(4);
    four.review.least = 4;
    const auto less = plan_quarter(four, {2026, 4}, "", {});
    REQUIRE(less);
    CHECK(notes_have(*less, "each is reviewed by 3 at most, below the 4 sheets of review: least"));
    const auto by_rubric = plan_quarter(branches_only(4), {2026, 4}, "", {}, 5);
    CHECK(notes_have(*by_rubric, "below the 5 sheets of review: least in sihu.yaml, or least in"));
  }

  TEST_CASE("that capacities make loads differ by more than one is said") {
    Organisation five = branches_only(5);
    five.plan.capacity = {{"zb002", 0}};
    const auto plan = plan_quarter(five, {2026, 4}, "", {});
    REQUIRE(plan);
    CHECK(notes_have(*plan, "differ by more than one (at most zb002: 0, while others make 2)"));
    five.plan.capacity = {{"zb002", 1}};
    const auto even = plan_quarter(five, {2026, 4}, "", {});
    REQUIRE(even);
    CHECK_FALSE(notes_have(*even, "more than one"));
  }

  TEST_CASE("a capacity of nothing leaves the inspections to the others") {
    Organisation five = branches_only(5);
    five.plan.capacity = {{"zb002", 0}};
    const auto plan = plan_quarter(five, {2026, 4}, "", {});
    REQUIRE(plan);
    for (const PlanRow& row : plan->file.rows)
      CHECK_FALSE((row.mutual == Mutual::check && row.from == "zb002"));
    CHECK(notes_have(*plan, "a branch makes 0 to 2 of the inspections, and gets 1"));
  }

  TEST_CASE("what is as in the quarter before, or the other way round, is said") {
    Organisation eight = branches_only(8);
    eight.plan.targets = 3;
    const auto says = [](const QuarterPlan& plan) {
      return std::ranges::any_of(plan.notes, [](const Phrase& note) {
        return note.en.starts_with(
            "beside the quarter before: 0 inspections as then, 20 the other");
      });
    };
    const auto first = plan_quarter(eight, {2026, 1}, "x", {});
    REQUIRE(first);
    CHECK_FALSE(says(*first));
    const auto second = plan_quarter(eight, {2026, 2}, "x", {first->file});
    REQUIRE(second);
    CHECK(says(*second));
  }
}
