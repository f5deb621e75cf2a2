#include "plan/plan.hpp"

#include "base/chance.hpp"
#include "plan/assign.hpp"
#include "plan/obstacle.hpp"
#include "plan/rotation.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>
#include <set>

using namespace sihu;

namespace {

// An organisation of up to `most` branches with recusals, teams, capacities and a few quarters that
// were lived before, well or badly.
PlanConstraints organisation_by(std::uint64_t seed, int most) {
  Chance chance(seed);
  const auto below = [&](int bound) {
    return static_cast<int>(chance.below(static_cast<std::uint64_t>(bound)));
  };
  PlanConstraints constraints;
  constraints.branches = 2 + below(most - 1);
  const int n = constraints.branches;
  constraints.each = 1 + below(std::max(1, (n - 1) / 2) > 2 ? 3 : 1);
  constraints.seed = chance.next();
  for (int i = below(n); i > 0; --i) constraints.recusals.push_back({below(n), below(n)});
  if (below(3) == 0)
    for (int i = 0; i < n; ++i) constraints.team.push_back(below(n) - n / 2);
  if (below(3) == 0)
    for (int i = 0; i < n; ++i) constraints.capacity.push_back(below(4) - 1);
  constraints.quarter = below(6);
  for (int i = constraints.quarter * n; i > 0; --i)
    constraints.history.push_back({below(constraints.quarter), below(n), below(n)});
  return constraints;
}

PlanConstraints some_organisation(int most) {
  return organisation_by(*rc::gen::arbitrary<std::uint64_t>(), most);
}

bool is_grave(const PlanFault& fault) {
  return fault.grave;
}

// Loads by their definition: whoever makes two more than another does so because that one is at
// its capacity.
bool is_fair(const PlanConstraints& constraints, const std::vector<int>& made) {
  for (std::size_t i = 0; i < made.size(); ++i)
    for (std::size_t j = 0; j < made.size(); ++j)
      if (made[i] >= made[j] + 2 &&
          (j >= constraints.capacity.size() || made[j] != constraints.capacity[j]))
        return false;
  return true;
}

// The cheapest of all assignments, by trying them: -1 if there is none.
class EveryAssignment {
 public:
  explicit EveryAssignment(const AssignTask& task) : task_(task) {}

  std::int64_t best() {
    std::vector<int> made(task_.loads.size());
    try_from(0, task_.demand, made, 0);
    return best_;
  }

 private:
  void try_from(std::size_t at, std::vector<int> left, std::vector<int>& made, std::int64_t cost) {
    if (at == task_.priced.size()) {
      const bool met = std::ranges::all_of(left, [](int open) { return open == 0; });
      for (std::size_t i = 0; i < made.size(); ++i)
        if (made[i] < task_.loads[i].least || made[i] > task_.loads[i].most) return;
      if (met && !first_mutual(chosen_) && (best_ < 0 || cost < best_)) best_ = cost;
      return;
    }
    try_from(at + 1, left, made, cost);
    const auto& [visit, price] = task_.priced[at];
    if (left[static_cast<std::size_t>(visit.to)] == 0) return;
    if (made[static_cast<std::size_t>(visit.from)] ==
        task_.loads[static_cast<std::size_t>(visit.from)].most)
      return;
    --left[static_cast<std::size_t>(visit.to)];
    ++made[static_cast<std::size_t>(visit.from)];
    chosen_.push_back(visit);
    try_from(at + 1, left, made, cost + price);
    chosen_.pop_back();
    --made[static_cast<std::size_t>(visit.from)];
  }

  const AssignTask& task_;
  std::vector<Visit> chosen_;
  std::int64_t best_ = -1;
};

AssignTask some_task() {
  Chance chance(*rc::gen::arbitrary<std::uint64_t>());
  const int n = 3 + static_cast<int>(chance.below(4));
  AssignTask task;
  task.demand.assign(static_cast<std::size_t>(n), 1);
  for (int i = 0; i < n; ++i) task.loads.push_back({0, 1 + static_cast<int>(chance.below(2))});
  for (int from = 0; from < n; ++from)
    for (int to = 0; to < n; ++to)
      if (from != to && chance.below(4) != 0)
        task.priced.push_back({{from, to}, static_cast<std::int64_t>(chance.below(30))});
  return task;
}

// An organisation with nothing but the constraints that a conflict names.
PlanConstraints only(const PlanConstraints& constraints, const PlanConflict& named) {
  constexpr int free = -1;
  const auto n = static_cast<std::size_t>(constraints.branches);
  PlanConstraints less = constraints;
  less.recusals = named.recusals;
  less.team.assign(n, free);
  for (std::size_t team = 0; team < named.teams.size(); ++team)
    for (const int member : named.teams[team])
      less.team[static_cast<std::size_t>(member)] = static_cast<int>(team);
  less.capacity.assign(n, free);
  for (const LimitedBranch& limited : named.capacities)
    less.capacity[static_cast<std::size_t>(limited.branch)] = limited.most;
  return less;
}

// Whether a plan may exist, with these capacities or with all that the organisation has.
bool is_open(const PlanConstraints& constraints, const PlanConflict& named) {
  PlanConstraints less = only(constraints, named);
  if (!try_plan(less, 2000).impossible) return true;
  less.capacity = constraints.capacity;
  return !try_plan(less, 2000).impossible;
}

PlanConstraints relabelled(const PlanConstraints& constraints, const std::vector<int>& names) {
  const auto name = [&](int branch) { return names[static_cast<std::size_t>(branch)]; };
  PlanConstraints other = constraints;
  for (auto& recusal : other.recusals) recusal = {name(recusal.a), name(recusal.b)};
  for (auto& visit : other.history) visit = {visit.quarter, name(visit.from), name(visit.to)};
  const auto moved = [&](const std::vector<int>& values) {
    std::vector<int> all(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      all[static_cast<std::size_t>(names[i])] = values[i];
    return all;
  };
  other.team = moved(constraints.team);
  other.capacity = moved(constraints.capacity);
  return other;
}

}  // namespace

TEST_SUITE("plan laws") {
  TEST_CASE("a plan never breaks what may never be broken, and says all it breaks") {
    CHECK(rc::check([] {
      for (int i = 0; i < 20; ++i) {
        const PlanConstraints constraints = some_organisation(14);
        const auto plan = make_plan(constraints);
        if (!plan) {
          RC_ASSERT(find_conflict(constraints).has_value());
          continue;
        }
        RC_ASSERT(std::ranges::none_of(plan->broken, is_grave));
        RC_ASSERT(judge_plan(constraints, plan->visits) == plan->broken);
        RC_ASSERT(is_fair(constraints, plan->made));
        RC_ASSERT(std::accumulate(plan->made.begin(), plan->made.end(), 0) ==
                  constraints.branches * constraints.each);
      }
    }));
  }

  TEST_CASE("where the search for the best plan meets none in time, another one is taken") {
    const PlanConstraints constraints = organisation_by(35799, 14);
    CHECK_FALSE(find_conflict(constraints));
    const auto plan = make_plan(constraints);
    REQUIRE(plan);
    CHECK(std::ranges::none_of(plan->broken, is_grave));
    CHECK_FALSE(plan->proved);
  }

  TEST_CASE("a refusal rests on the constraints it names, and on each of them") {
    CHECK(rc::check([] {
      const PlanConstraints constraints = some_organisation(7);
      const auto conflict = find_conflict(constraints);
      if (!conflict || conflict->kind == ConflictKind::unknown) return;
      RC_ASSERT(try_plan(only(constraints, *conflict), 2000).impossible);
      for (std::size_t i = 0; i < conflict->recusals.size(); ++i) {
        PlanConflict fewer = *conflict;
        fewer.recusals.erase(fewer.recusals.begin() + static_cast<std::ptrdiff_t>(i));
        RC_ASSERT(is_open(constraints, fewer));
      }
      for (std::size_t i = 0; i < conflict->teams.size(); ++i) {
        PlanConflict fewer = *conflict;
        fewer.teams.erase(fewer.teams.begin() + static_cast<std::ptrdiff_t>(i));
        RC_ASSERT(is_open(constraints, fewer));
      }
      for (std::size_t i = 0; i < conflict->capacities.size(); ++i) {
        PlanConflict fewer = *conflict;
        fewer.capacities.erase(fewer.capacities.begin() + static_cast<std::ptrdiff_t>(i));
        RC_ASSERT(is_open(constraints, fewer));
      }
    }));
  }

  TEST_CASE("where everybody makes as many visits as they get it is always settled") {
    CHECK(rc::check([] {
      PlanConstraints constraints = some_organisation(14);
      constraints.capacity.clear();
      const auto conflict = find_conflict(constraints, 1);
      if (constraints.branches > 2) RC_ASSERT(!conflict || conflict->kind != ConflictKind::unknown);
      RC_ASSERT(make_plan(constraints).has_value() == !conflict);
    }));
  }

  TEST_CASE("the search finds what trying everything finds") {
    CHECK(rc::check([] {
      const AssignTask task = some_task();
      const Assignment found = assign(task);
      RC_ASSERT(found.proved);
      RC_ASSERT((found.visits ? found.cost : -1) == EveryAssignment(task).best());
    }));
  }

  TEST_CASE("the same constraints give the same plan, in whatever order they are given") {
    CHECK(rc::check([] {
      PlanConstraints constraints = some_organisation(12);
      const auto plan = make_plan(constraints);
      std::ranges::reverse(constraints.recusals);
      std::ranges::reverse(constraints.history);
      const auto again = make_plan(constraints);
      RC_ASSERT(plan.has_value() == again.has_value());
      if (plan) RC_ASSERT(plan->visits == again->visits);
    }));
  }

  TEST_CASE(
      "other numbers for the same branches change neither whether a plan exists nor its faults") {
    CHECK(rc::check([] {
      const PlanConstraints constraints = some_organisation(8);
      const auto names = shuffled_numbers(constraints.branches, *rc::gen::arbitrary<unsigned>());
      const PlanConstraints other = relabelled(constraints, names);
      const auto plan = make_plan(constraints);
      const auto moved = make_plan(other);
      RC_ASSERT(plan.has_value() == moved.has_value());
      if (!plan) return;
      std::vector<Visit> visits;
      for (const Visit& visit : plan->visits)
        visits.push_back({names[static_cast<std::size_t>(visit.from)],
                          names[static_cast<std::size_t>(visit.to)]});
      RC_ASSERT(judge_plan(other, visits).size() == plan->broken.size());
    }));
  }

  TEST_CASE("any cycle of a rotation, begun anywhere, breaks nothing until it ends") {
    CHECK(rc::check([] {
      PlanConstraints constraints;
      constraints.branches = *rc::gen::inRange(5, 24);
      constraints.seed = *rc::gen::arbitrary<std::uint64_t>();
      for (int i = 0; i + 1 < constraints.branches; ++i) {
        const auto plan = make_plan(constraints);
        RC_ASSERT(plan.has_value());
        RC_ASSERT(plan->broken.empty());
        RC_ASSERT(plan->method == PlanMethod::rotation);
        for (const Visit& visit : plan->visits)
          constraints.history.push_back({constraints.quarter, visit.from, visit.to});
        constraints.place = plan->place;
        ++constraints.quarter;
      }
    }));
  }
}
