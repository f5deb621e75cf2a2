#include "plan/plan.hpp"

#include "base/chance.hpp"
#include "plan/offsets.hpp"
#include "plan/rotation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <utility>

using namespace sihu;

namespace {

PlanConstraints of(int branches, int each = 1) {
  PlanConstraints constraints;
  constraints.branches = branches;
  constraints.each = each;
  constraints.seed = 20261012;
  return constraints;
}

void remember(PlanConstraints& constraints, const Plan& plan) {
  for (const Visit& visit : plan.visits)
    constraints.history.push_back({constraints.quarter, visit.from, visit.to});
  constraints.place = plan.place;
  ++constraints.quarter;
}

// Plans `quarters` one after the other; how many rules were broken in all.
std::size_t live(PlanConstraints& constraints, int quarters) {
  std::size_t broken = 0;
  for (int i = 0; i < quarters; ++i) {
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    broken += plan->broken.size();
    remember(constraints, *plan);
  }
  return broken;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("where nothing stands in the way a whole cycle breaks nothing") {
    for (const int n : {3, 5, 6, 7, 8, 12, 16}) {
      CAPTURE(n);
      PlanConstraints constraints = of(n);
      CHECK(live(constraints, n - 1) == 0);
      CHECK(constraints.history.size() == static_cast<std::size_t>(n * (n - 1)));
    }
  }

  TEST_CASE("cycle after cycle breaks nothing, also where two meet") {
    for (int n = 5; n <= 24; ++n) {
      CAPTURE(n);
      PlanConstraints constraints = of(n);
      const Rotation rotation(n, spread_steps(n, 3), usual_gap(n, 1));
      RotationPlace place{constraints.seed, 0, 0};
      for (; constraints.quarter < 3 * rotation_rounds(n); ++constraints.quarter) {
        const auto visits = rotation.take(place, 1);
        REQUIRE(judge_plan(constraints, visits).empty());
        for (const Visit& visit : visits)
          constraints.history.push_back({constraints.quarter, visit.from, visit.to});
      }
    }
  }

  TEST_CASE("the widest gap there is can be had, cycle after cycle") {
    for (const int n : {8, 12, 16}) {
      CAPTURE(n);
      PlanConstraints constraints = of(n);
      constraints.gap = (n - 1) / 2;
      CHECK(live(constraints, 3 * (n - 1)) == 0);
    }
  }

  TEST_CASE("plans follow the rotation beyond its seam") {
    PlanConstraints constraints = of(8);
    CHECK(live(constraints, 21) == 0);
    CHECK(constraints.place == RotationPlace{constraints.seed, 2, 7});
  }

  TEST_CASE("several visits a quarter are several rounds") {
    PlanConstraints constraints = of(9, 2);
    CHECK(live(constraints, 4) == 0);
    constraints = of(12, 3);
    CHECK(live(constraints, 3) == 0);
    const auto plan = make_plan(of(12, 3));
    CHECK(plan->method == PlanMethod::rotation);
    CHECK(plan->made == std::vector<int>(12, 3));
    CHECK(plan->got == std::vector<int>(12, 3));
  }

  TEST_CASE("two branches inspect each other, and it is said") {
    PlanConstraints constraints = of(2);
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    CHECK(plan->visits == std::vector<Visit>{{0, 1}, {1, 0}});
    REQUIRE(plan->broken.size() == 1);
    CHECK(plan->broken[0].rule == PlanRule::mutual);
    CHECK_FALSE(plan->broken[0].grave);
  }

  TEST_CASE("four branches have two quarters, and the third breaks the least there is") {
    PlanConstraints constraints = of(4);
    CHECK(live(constraints, 2) == 0);
    const auto third = make_plan(constraints);
    REQUIRE(third.has_value());
    CHECK(third->method == PlanMethod::search);
    CHECK(third->proved);
    const auto repeats = std::ranges::count(third->broken, PlanRule::repeat, &PlanFault::rule);
    CHECK(repeats == 2);
  }

  TEST_CASE("a recusal is kept for a whole cycle, and turns are kept as far as can be") {
    PlanConstraints constraints = of(12);
    constraints.recusals = {{0, 1}, {4, 7, RecusalReason::shared_people}};
    for (int i = 0; i < 11; ++i) {
      const auto plan = make_plan(constraints);
      REQUIRE(plan.has_value());
      CHECK(std::ranges::none_of(plan->broken, &PlanFault::grave));
      remember(constraints, *plan);
    }
  }

  TEST_CASE("the same constraints give the same plan, another seed another") {
    PlanConstraints constraints = of(15, 2);
    constraints.recusals = {{0, 1}, {0, 2}, {3, 4}};
    constraints.capacity = {1};
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    CHECK(plan->method == PlanMethod::search);
    CHECK(make_plan(constraints)->visits == plan->visits);
    constraints.seed = 7;
    CHECK_FALSE(make_plan(constraints)->visits == plan->visits);
  }

  TEST_CASE("capacities move visits to others, within one") {
    PlanConstraints constraints = of(6);
    constraints.capacity = {0};
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    CHECK(plan->made[0] == 0);
    CHECK(*std::ranges::max_element(plan->made) == 2);
    CHECK(std::ranges::count(plan->made, 1) == 4);
    CHECK(plan->got == std::vector<int>(6, 1));
  }

  TEST_CASE("one visit more than others goes round: nobody has a second before all had a first") {
    for (const int n : {7, 8, 12, 13})
      for (const int unable : {1, 2, 3}) {
        // Where most have to make two the rules leave soon no choice.
        if (3 * unable >= n) continue;
        CAPTURE(n);
        CAPTURE(unable);
        PlanConstraints constraints = of(n);
        constraints.capacity.assign(static_cast<std::size_t>(unable), 0);
        std::vector<int> more(static_cast<std::size_t>(n));
        for (int i = 0; i < 4; ++i) {
          const auto plan = make_plan(constraints);
          REQUIRE(plan.has_value());
          for (std::size_t branch = 0; branch < more.size(); ++branch)
            more[branch] += plan->made[branch] == 2 ? 1 : 0;
          remember(constraints, *plan);
          const auto [least, most] = std::minmax_element(more.begin() + unable, more.end());
          CHECK(*most <= *least + 1);
        }
      }
  }

  TEST_CASE("thousands of branches with capacities are planned without breaking anything") {
    PlanConstraints constraints = of(2000, 2);
    constraints.capacity.assign(2000, -1);
    for (std::size_t i = 0; i < 2000; i += 3) constraints.capacity[i] = 1;
    CHECK(live(constraints, 2) == 0);
  }

  TEST_CASE("a search keeps turns and gaps as long as that can be done") {
    PlanConstraints constraints = of(12);
    constraints.capacity = {0};
    CHECK(live(constraints, 4) == 0);
  }

  TEST_CASE("nothing is claimed to be the best where a turn may end within the quarter") {
    // Somebody makes two: the first may end a turn, and the second is then no repeat.
    PlanConstraints constraints = of(5);
    constraints.capacity = {0};
    constraints.quarter = 4;
    for (const auto& [quarter, from, to] : std::vector<std::array<int, 3>>{{1, 1, 3},
                                                                           {1, 1, 4},
                                                                           {1, 2, 1},
                                                                           {1, 3, 0},
                                                                           {1, 4, 2},
                                                                           {2, 1, 0},
                                                                           {2, 2, 4},
                                                                           {2, 3, 2},
                                                                           {2, 4, 1},
                                                                           {2, 4, 3},
                                                                           {3, 1, 2},
                                                                           {3, 2, 3},
                                                                           {3, 3, 1},
                                                                           {3, 3, 4},
                                                                           {3, 4, 0}})
      constraints.history.push_back({quarter, from, to});
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    if (!plan->broken.empty()) CHECK_FALSE(plan->proved);
    if (!plan->broken.empty()) CHECK(plan->gap > 0);
  }

  TEST_CASE("a search keeps a turn rather than a gap") {
    // Each of five may see two: again whom it saw, or who saw it last quarter.
    PlanConstraints constraints = of(5);
    for (int i = 0; i < 5; ++i) constraints.recusals.push_back({i, (i + 1) % 5});
    constraints.quarter = 2;
    for (int i = 0; i < 5; ++i) constraints.history.push_back({1, i, (i + 2) % 5});
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    CHECK(plan->proved);
    CHECK(std::ranges::count(plan->broken, PlanRule::repeat, &PlanFault::rule) == 0);
    CHECK(std::ranges::count(plan->broken, PlanRule::too_soon, &PlanFault::rule) == 5);

    constraints.recusals.clear();
    constraints.capacity = {0};
    constraints.history = {{0, 1, 0}, {0, 2, 0}, {1, 3, 0}, {1, 4, 0}};
    const auto free = make_plan(constraints);
    REQUIRE(free.has_value());
    CHECK(free->broken.size() == 1);  // all but nought have been with it
  }

  TEST_CASE("a searched quarter takes the place of a round, so that the rotation can go on") {
    PlanConstraints constraints = of(6);
    constraints.capacity = {0};
    constraints.place = RotationPlace{constraints.seed, 0, 4};
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    CHECK(plan->place == RotationPlace{constraints.seed, 1, 0});
  }

  TEST_CASE("a new branch joins a rotation that goes on") {
    PlanConstraints constraints = of(9);
    live(constraints, 5);
    constraints.branches = 10;
    constraints.place.reset();
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    CHECK(plan->broken.empty());
  }

  TEST_CASE("what can't be planned is refused with the reason") {
    PlanConstraints constraints = of(5);
    constraints.recusals = {{0, 1}, {0, 2}, {0, 3}, {0, 4}};
    const auto plan = make_plan(constraints);
    REQUIRE_FALSE(plan.has_value());
    CHECK(plan.error().recusals.size() == 3);
    CHECK(make_plan(of(1)).error().kind == ConflictKind::too_few_branches);
    CHECK(make_plan(of(5, 3)).error().kind == ConflictKind::too_many_visits);
  }

  TEST_CASE("a plan is found where hardly any pair is left") {
    // All but four rotations of names drawn by lot are recused.
    PlanConstraints constraints = of(40, 4);
    const auto names = shuffled_numbers(40, 9);
    std::set<std::pair<int, int>> left;
    for (const int step : {3, 7, 11, 18})
      for (std::size_t i = 0; i < 40; ++i)
        left.insert(std::minmax({names[i], names[(i + static_cast<std::size_t>(step)) % 40]}));
    for (int a = 0; a < 40; ++a)
      for (int b = a + 1; b < 40; ++b)
        if (!left.contains({a, b})) constraints.recusals.push_back({a, b});
    CHECK(constraints.recusals.size() == 620);
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    CHECK(plan->broken.empty());
    constraints.recusals.push_back({left.begin()->first, left.begin()->second});
    REQUIRE_FALSE(make_plan(constraints).has_value());
    CHECK(make_plan(constraints).error().kind == ConflictKind::partners);
  }

  TEST_CASE("a large organisation with recusals stays in its rotation") {
    PlanConstraints constraints = of(2000);
    for (int i = 0; i < 50; ++i) constraints.recusals.push_back({i, 1999 - i});
    const auto plan = make_plan(constraints);
    REQUIRE(plan.has_value());
    CHECK(plan->broken.empty());
    CHECK(plan->method != PlanMethod::search);
    CHECK(plan->exchanged <= 10);
  }
}
