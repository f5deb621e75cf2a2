#include "plan/conflict.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

PlanConstraints of(int branches, std::vector<Recusal> recusals = {}) {
  PlanConstraints constraints;
  constraints.branches = branches;
  constraints.recusals = std::move(recusals);
  return constraints;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("where a plan exists there is no conflict") {
    for (const int n : {2, 3, 4, 5, 12}) CHECK_FALSE(find_conflict(of(n)));
    CHECK_FALSE(find_conflict(of(6, {{0, 1}, {2, 3}})));
  }

  TEST_CASE("totals that don't add up") {
    CHECK(find_conflict(of(1))->kind == ConflictKind::too_few_branches);
    CHECK(find_conflict(of(0))->kind == ConflictKind::too_few_branches);
    PlanConstraints constraints = of(4);
    constraints.each = 2;
    auto conflict = find_conflict(constraints);
    CHECK(conflict->kind == ConflictKind::too_many_visits);
    CHECK(conflict->needed == 8);
    CHECK(conflict->possible == 6);
    constraints = of(4);
    constraints.capacity = {1, 1, 1, 0};
    conflict = find_conflict(constraints);
    CHECK(conflict->kind == ConflictKind::capacity);
    CHECK(conflict->possible == 3);
  }

  TEST_CASE("a branch that is recused from all but too few") {
    const auto conflict = find_conflict(of(4, {{0, 1}, {0, 2}, {0, 3}}));
    REQUIRE(conflict.has_value());
    // Two suffice: then it can't do without being inspected by the one that it inspects.
    CHECK(conflict->kind == ConflictKind::mutual);
    CHECK(conflict->these == std::vector<int>{0, 3});
    CHECK(conflict->recusals == std::vector<Recusal>{{0, 1}, {0, 2}});
  }

  TEST_CASE("a branch that needs more others than it may meet") {
    PlanConstraints constraints = of(7, {{0, 1}, {0, 2}, {0, 3}, {4, 5}});
    constraints.each = 2;
    const auto conflict = find_conflict(constraints);
    REQUIRE(conflict.has_value());
    CHECK(conflict->kind == ConflictKind::partners);
    CHECK(conflict->these == std::vector<int>{0});
    CHECK(conflict->only == std::vector<int>{4, 5, 6});
    CHECK(conflict->needed == 4);
    CHECK(conflict->possible == 3);
    CHECK(conflict->recusals == std::vector<Recusal>{{0, 1}, {0, 2}, {0, 3}});
  }

  TEST_CASE("one recusal is too many where every pair is needed") {
    for (const int n : {3, 5, 7, 9, 11}) {
      PlanConstraints constraints = of(n, {{1, 2}});
      constraints.each = (n - 1) / 2;
      const auto conflict = find_conflict(constraints);
      REQUIRE(conflict.has_value());
      CHECK(conflict->recusals == std::vector<Recusal>{{1, 2}});
      constraints.recusals.clear();
      CHECK_FALSE(find_conflict(constraints));
    }
    // Everybody may meet enough others, and all together too few.
    PlanConstraints limited = of(5, {{0, 1}});
    limited.each = 2;
    limited.capacity = {0, 0};
    CHECK(find_conflict(limited).has_value());
  }

  TEST_CASE("a team too large for the rest is one constraint") {
    PlanConstraints constraints = of(5, {{0, 4}});
    constraints.team = {-1, 1, 1, 1, -1};
    const auto conflict = find_conflict(constraints);
    REQUIRE(conflict.has_value());
    CHECK(conflict->kind == ConflictKind::inspected);
    CHECK(conflict->these == std::vector<int>{1, 2, 3});
    CHECK(conflict->only == std::vector<int>{0, 4});
    CHECK(conflict->needed == 3);
    CHECK(conflict->possible == 2);
    CHECK(conflict->teams == std::vector<std::vector<int>>{{1, 2, 3}});
    CHECK(conflict->recusals.empty());
  }

  TEST_CASE("capacities that the conflict rests on are named, and no others") {
    // Branch 2 alone could inspect 0 and 1, of which one would have to inspect it.
    PlanConstraints constraints = of(5, {{0, 1}, {0, 2}, {3, 4}});
    constraints.capacity = {-1, 3, -1, 0, 0};
    const auto conflict = find_conflict(constraints);
    REQUIRE(conflict.has_value());
    CHECK(conflict->recusals.size() + conflict->capacities.size() == 3);
    CHECK(conflict->capacities == std::vector<LimitedBranch>{{3, 0}, {4, 0}});
    PlanConstraints totals = of(4);
    totals.capacity = {1, 1, 1, 0};
    CHECK(find_conflict(totals)->capacities ==
          std::vector<LimitedBranch>{{0, 1}, {1, 1}, {2, 1}, {3, 0}});
  }

  TEST_CASE("no recusal that it names can be left out, and none that matters is missing") {
    const std::vector<Recusal> all{{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}};
    const auto conflict = find_conflict(of(6, all));
    REQUIRE(conflict.has_value());
    CHECK(conflict->recusals == all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto fewer = all;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      CHECK_FALSE(find_conflict(of(6, fewer)));
    }
    PlanConstraints limited = of(7);
    limited.team = {1, 1, 1, 1, 1, -1, -1};
    limited.capacity = {-1, -1, -1, -1, -1, 0, -1};
    PlanConstraints without = limited;
    without.capacity.clear();
    REQUIRE(find_conflict(without).has_value());
    CHECK(find_conflict(limited)->capacities.empty());
  }

  TEST_CASE("the fewest that conflict are named, of whatever kind") {
    // All five leave four branches one to be inspected by; the first three suffice.
    const auto conflict = find_conflict(of(5, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}}));
    REQUIRE(conflict.has_value());
    CHECK(conflict->kind == ConflictKind::mutual);
    CHECK(conflict->recusals == std::vector<Recusal>{{0, 1}, {0, 2}, {0, 3}});
    // A team of three stands for three recusals, and is less than they are.
    PlanConstraints mixed = of(5, {{1, 2}, {1, 3}, {2, 3}});
    mixed.team = {-1, 1, 1, 1, -1};
    CHECK(find_conflict(mixed)->teams.size() == 1);
    CHECK(find_conflict(mixed)->recusals.empty());
  }

  TEST_CASE("among many branches too, one that may meet nobody is found at once") {
    PlanConstraints constraints = of(60);
    for (int other = 1; other < 60; ++other) constraints.recusals.push_back({0, other});
    for (int other = 2; other < 60; ++other) constraints.recusals.push_back({1, other});
    const auto conflict = find_conflict(constraints);
    REQUIRE(conflict.has_value());
    CHECK(conflict->recusals.size() == 58);
  }

  TEST_CASE("two that have nobody but each other") {
    // Branch 0 is left with 4 alone, and 4 with 0.
    const auto conflict = find_conflict(of(6, {{0, 1}, {0, 2}, {0, 3}, {0, 5}, {1, 2}}));
    REQUIRE(conflict.has_value());
    CHECK(conflict->kind == ConflictKind::mutual);
    CHECK(conflict->these == std::vector<int>{0, 4});
    CHECK(conflict->recusals == std::vector<Recusal>{{0, 1}, {0, 2}, {0, 3}, {0, 5}});
  }

  TEST_CASE("two halves that must part are told from those that can't") {
    // 0, 1 | 2, 3: each may inspect the other half alone, a ring of four.
    CHECK_FALSE(find_conflict(of(4, {{0, 1}, {2, 3}})));
    PlanConstraints constraints = of(4, {{0, 1}, {2, 3}, {0, 2}});
    const auto conflict = find_conflict(constraints);
    REQUIRE(conflict.has_value());
    CHECK(conflict->kind == ConflictKind::mutual);
    CHECK(conflict->recusals.size() == 2);
  }
}
