#include "plan/obstacle.hpp"

#include "base/chance.hpp"
#include "plan/judge.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

using namespace sihu;

namespace {

PlanConstraints of(int branches, int each, std::vector<Recusal> recusals = {}) {
  PlanConstraints constraints;
  constraints.branches = branches;
  constraints.each = each;
  constraints.recusals = std::move(recusals);
  return constraints;
}

// Recusals between all whose numbers, `step` after `step`, are neighbours in none of `kept` turns.
std::vector<Recusal> all_but_turns(int n, const std::vector<int>& kept) {
  std::vector<Recusal> recusals;
  for (int a = 0; a < n; ++a)
    for (int b = a + 1; b < n; ++b)
      if (std::ranges::none_of(kept, [&](int step) { return b - a == step || a + n - b == step; }))
        recusals.push_back({a, b});
  return recusals;
}

// Whether any plan exists: all ways to give each pair from the `pair`-th on no visit, one or the
// other are tried.
class AllPlans {
 public:
  explicit AllPlans(const PlanRules& rules) : rules_(rules), left_(rules.demand()) {
    made_.resize(left_.size());
    for (int a = 0; a < rules.branches(); ++a)
      for (int b = a + 1; b < rules.branches(); ++b)
        if (rules.allows({a, b})) pairs_.push_back({a, b});
  }

  bool exist(std::size_t pair = 0) {
    if (pair == pairs_.size()) return is_whole();
    const Visit one = pairs_[pair];
    return exist(pair + 1) || exist_with(one, pair) || exist_with(one.reversed(), pair);
  }

 private:
  bool exist_with(Visit visit, std::size_t pair) {
    int& left = left_[static_cast<std::size_t>(visit.to)];
    int& made = made_[static_cast<std::size_t>(visit.from)];
    if (left == 0 || made == rules_.loads()[static_cast<std::size_t>(visit.from)].most)
      return false;
    --left;
    ++made;
    const bool found = exist(pair + 1);
    ++left;
    --made;
    return found;
  }

  bool is_whole() const {
    for (std::size_t i = 0; i < left_.size(); ++i)
      if (left_[i] != 0 || made_[i] < rules_.loads()[i].least) return false;
    return true;
  }

  const PlanRules& rules_;
  std::vector<int> left_;
  std::vector<int> made_;
  std::vector<Visit> pairs_;
};

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("a trial has a plan, or knows that there is none") {
    const PlanTrial trial = try_plan(of(7, 3), 1);
    REQUIRE(trial.visits);
    CHECK_FALSE(trial.impossible);
    CHECK(judge_plan(of(7, 3), *trial.visits).empty());
    CHECK(try_plan(of(7, 3, {{5, 6}}), 1).impossible);
    CHECK(try_plan(of(2, 1), 1).visits);
    CHECK(try_plan(of(1, 1), 1).impossible);
  }

  TEST_CASE("where hardly any pair is left it is settled all the same") {
    auto recusals = all_but_turns(40, {3, 7, 11, 18});
    CHECK(try_plan(of(40, 4, recusals), 1).visits);
    recusals.push_back({0, 3});
    CHECK(try_plan(of(40, 4, recusals), 1).impossible);
    // Two halves of odd size that one pair joins: no ring goes through it.
    std::vector<Recusal> halves;
    for (int a = 0; a < 3; ++a)
      for (int b = 3; b < 5; ++b)
        if (a != 2 || b != 3) halves.push_back({a, b});
    CHECK(find_obstacle(of(5, 1, halves), 1).has_value());
  }

  TEST_CASE("with capacities a search may end before it is settled") {
    PlanConstraints constraints = of(9, 1, {{0, 1}, {2, 3}});
    constraints.capacity = {0};
    CHECK_FALSE(can_go_by_pairs(PlanRules(constraints)));
    CHECK(try_plan(constraints, 2000).visits);
    constraints.capacity.clear();
    CHECK(can_go_by_pairs(PlanRules(constraints)));
    CHECK_FALSE(can_go_by_pairs(PlanRules(of(2, 1))));
    CHECK_FALSE(can_go_by_pairs(PlanRules(of(401, 1))));
  }

  TEST_CASE("what counts of pairs is told of all together where it holds of no branch") {
    PlanConstraints constraints = of(5, 2, {{0, 1}, {3, 4}});
    constraints.capacity = {1, 1, -1, -1, -1};
    const auto obstacle = find_obstacle(constraints, 2000);
    REQUIRE(obstacle);
    CHECK(obstacle->kind != ConflictKind::unknown);
    CHECK_FALSE(find_obstacle(of(5, 2), 2000));
  }

  TEST_CASE("a branch that can make few visits meets few: too many visits for all is proved") {
    const auto limited = [](int branches, int each, int branch_0) {
      PlanConstraints constraints = of(branches, each);
      constraints.capacity = {branch_0};
      return constraints;
    };
    PlanConstraints three_teams = limited(9, 3, 1);
    three_teams.team = {0, 0, 0, 1, 1, 1, 2, 2, 2};
    PlanConstraints two_teams = limited(12, 3, 2);
    two_teams.team = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    for (const auto& constraints :
         {limited(7, 3, 2), limited(9, 4, 3), limited(11, 5, 4), three_teams, two_teams}) {
      CHECK(try_plan(constraints, 1).impossible);
      const auto conflict = find_conflict(constraints, 1);
      REQUIRE(conflict);
      CHECK(conflict->kind != ConflictKind::unknown);
      CHECK(conflict->capacities.size() == 1);
    }
    CHECK_FALSE(try_plan(limited(8, 3, 2), 1).impossible);
  }

  TEST_CASE("what is said to be impossible is so, whichever way pairs are given visits") {
    Chance chance(5);
    const auto below = [&](int bound) {
      return static_cast<int>(chance.below(static_cast<std::uint64_t>(bound)));
    };
    int impossible = 0;
    for (int trial = 0; trial < 300; ++trial) {
      PlanConstraints constraints = of(3 + below(3), 1 + below(2));
      for (int i = 0; i < constraints.branches; ++i) constraints.capacity.push_back(below(4) - 1);
      if (below(2) == 0) constraints.recusals = {{0, 1 + below(constraints.branches - 1)}};
      const PlanTrial said = try_plan(constraints, 1);
      if (!said.impossible || find_conflict_of_totals(constraints)) continue;
      ++impossible;
      const PlanRules rules(constraints);
      CHECK_FALSE(AllPlans(rules).exist());
    }
    CHECK(impossible > 20);
  }
}
