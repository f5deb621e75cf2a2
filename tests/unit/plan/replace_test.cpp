#include "plan/replace.hpp"

#include "support/plans.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

PlanFile with(std::vector<PlanRow> rows) {
  PlanFile plan;
  plan.quarter = {2026, 4};
  plan.rows = std::move(rows);
  return plan;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("the committee plans, by its roles of the day") {
    Person person;
    person.name = same("Wang");
    person.roles = {{RoleName::committee, {}, Date(2026, 9, 30)}};
    CHECK(may_plan(person, Date(2026, 9, 30)));
    const auto late = may_plan(person, Date(2026, 10, 1));
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == Kind::refused);
  }

  TEST_CASE("a plan that is there is replaced only on demand") {
    CHECK(check_replacing({2026, 4}, false, false));
    CHECK(check_replacing({2026, 4}, true, true));
    const auto refused = check_replacing({2026, 4}, true, false);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::refused);
    CHECK(refused.error().faults[0].name == "plan-exists");
  }

  TEST_CASE("of a plan that can't be read it is said how many faults it had") {
    Failure failure{Kind::input, {}};
    failure.faults.resize(2);
    CHECK(unread_note(failure).en ==
          "replaced: it had 2 faults, so which rows it had can't be told");
  }

  TEST_CASE("plans of later quarters are named, the first ten of many") {
    CHECK(later_note({}).empty());
    CHECK(later_note({{2027, 3}, {2028, 1}}).zh.find("2027Q3、2028Q1；") != std::string::npos);
    std::vector<Quarter> many;
    for (Quarter quarter{2027, 1}; many.size() < 12; quarter = quarter.next())
      many.push_back(quarter);
    CHECK(later_note(many).en.find("2029Q2 and 2 more;") != std::string::npos);
  }

  TEST_CASE(
      "a later plan that the new one makes repeat or reverse a pair is named, a sound one not") {
    const PlanFile made =
        with({{Mutual::check, "zb001", "zb002"}, {Mutual::check, "zb002", "zb003"}});
    PlanFile sound = with({{Mutual::check, "zb003", "zb002"}, {Mutual::review, "zb001", "zb002"}});
    PlanFile again = with({{Mutual::check, "zb001", "zb002"}, {Mutual::check, "zb003", "zb002"}});
    sound.quarter = {2028, 1};
    again.quarter = {2027, 1};
    const Organisation organisation = branches_only(7);
    CHECK(later_conflicts(organisation, {made}, {}).empty());
    CHECK(later_conflicts(organisation, {made}, {sound}).empty());
    const auto said = later_conflicts(organisation, {made}, {again});
    REQUIRE(said.size() == 1);
    CHECK(said[0].en ==
          "behind this plan that of 2027Q1 breaks rules in 2 inspections, such as: zb003 inspects "
          "zb002, which inspected zb003 1 quarter ago (it should be 3 or more)");
    CHECK(later_conflicts(organisation, {}, {again, sound}).size() == 1);
  }

  TEST_CASE("replacing says which rows are gone, the first of many") {
    const PlanFile after = with({{Mutual::check, "a", "b"}});
    const auto said =
        replaced_rows(with({{Mutual::check, "a", "b"}, {Mutual::learn, "b", "a"}}), after);
    REQUIRE(said.size() == 2);
    CHECK(said[0].en == "replaced: 2 rows before, 1 of them gone");
    CHECK(said[1].zh == "  原有：互学 b → a");
    PlanFile lesson = with({{Mutual::learn, "b", "a"}});
    lesson.rows[0].lesson = "dues/DF-02";
    CHECK(replaced_rows(lesson, with({{Mutual::learn, "b", "a"}})).at(1).en ==
          "  was: learn b → a (dues/DF-02)");
    CHECK(replaced_rows(lesson, lesson).size() == 1);
    std::vector<PlanRow> many;
    for (int i = 0; i < 100; ++i) many.push_back({Mutual::check, "x" + std::to_string(i), "y"});
    const auto some = replaced_rows(with(many), after);
    REQUIRE(some.size() == 32);
    CHECK(some.back().en == "  and 70 more");
  }

  TEST_CASE("a plan that comes late is noted, not refused") {
    CHECK(late_note({2026, 4}, Date(2026, 9, 30)).empty());
    CHECK(late_note({2026, 4}, Date(2026, 10, 1)).en == "2026Q4 has begun, today is 2026-10-01");
    CHECK(late_note({2026, 4}, Date(2027, 1, 1)).en == "2026Q4 is over, today is 2027-01-01");
  }
}
