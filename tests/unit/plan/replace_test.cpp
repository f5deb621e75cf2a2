#include "plan/replace.hpp"

#include <doctest/doctest.h>

using namespace sihu;

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
    const PlanFile plan = with({});
    CHECK(check_replacing(nullptr, false));
    CHECK(check_replacing(&plan, true));
    CHECK(check_replacing(&plan, false).error().faults[0].name == "plan-exists");
  }

  TEST_CASE("replacing says which rows are gone, the first of many") {
    const PlanFile after = with({{Mutual::check, "a", "b"}});
    const auto said =
        replaced_rows(with({{Mutual::check, "a", "b"}, {Mutual::learn, "b", "a"}}), after);
    REQUIRE(said.size() == 2);
    CHECK(said[0].en == "replaced: 2 rows before, 1 of them gone");
    CHECK(said[1].zh == "  原有：互学 b → a");
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
