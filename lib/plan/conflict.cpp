#include "plan/conflict.hpp"

#include "base/hitting_set.hpp"
#include "plan/obstacle.hpp"
#include "plan/rules.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace sihu {

namespace {

// Constraints by their numbers, in order.
using Numbers = std::vector<int>;

Numbers united(const Numbers& one, const Numbers& other) {
  Numbers all;
  std::ranges::set_union(one, other, std::back_inserter(all));
  return all;
}

Numbers difference(const Numbers& all, const Numbers& some) {
  Numbers rest;
  std::ranges::set_difference(all, some, std::back_inserter(rest));
  return rest;
}

// What an organisation asks of a plan, one constraint after the other: recused pairs, teams,
// capacities.
class Limits {
 public:
  explicit Limits(const PlanConstraints& constraints) : bare_(constraints) {
    bare_.history.clear();
    bare_.recusals.clear();
    bare_.team.clear();
    bare_.capacity.clear();
    take_recusals(constraints);
    std::map<int, std::vector<int>> teams;
    for (std::size_t i = 0; i < constraints.team.size(); ++i)
      if (constraints.team[i] >= 0) teams[constraints.team[i]].push_back(static_cast<int>(i));
    for (auto& [team, members] : teams)
      if (members.size() > 1) teams_.push_back(std::move(members));
    for (std::size_t i = 0; i < constraints.capacity.size(); ++i)
      if (constraints.capacity[i] >= 0)
        capacities_.push_back({static_cast<int>(i), constraints.capacity[i]});
  }

  std::size_t size() const { return recusals_.size() + teams_.size() + capacities_.size(); }

  Numbers all() const {
    Numbers numbers(size());
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
  }

  Numbers all_capacities() const {
    const Numbers numbers = all();
    return {numbers.end() - std::ssize(capacities_), numbers.end()};
  }

  PlanConstraints with(const Numbers& some) const {
    constexpr int free = -1;
    PlanConstraints constraints = bare_;
    const PlanConflict named = of(some);
    constraints.recusals = named.recusals;
    constraints.team.assign(slot(bare_.branches), free);
    for (std::size_t team = 0; team < named.teams.size(); ++team)
      for (const int member : named.teams[team])
        constraints.team[slot(member)] = static_cast<int>(team);
    constraints.capacity.assign(slot(bare_.branches), free);
    for (const LimitedBranch& limited : named.capacities)
      constraints.capacity[slot(limited.branch)] = limited.most;
    return constraints;
  }

  // The same, spelled out.
  PlanConflict of(const Numbers& some) const {
    PlanConflict named;
    for (const int number : some) {
      auto place = static_cast<std::size_t>(number);
      if (place < recusals_.size()) {
        named.recusals.push_back(recusals_[place]);
      } else if (place -= recusals_.size(); place < teams_.size()) {
        named.teams.push_back(teams_[place]);
      } else {
        named.capacities.push_back(capacities_[place - teams_.size()]);
      }
    }
    return named;
  }

  // The recusals and teams that a plan keeps.
  Numbers kept_by(const std::vector<Visit>& visits) const {
    std::set<Visit> met;
    for (const Visit& visit : visits)
      met.insert({std::min(visit.from, visit.to), std::max(visit.from, visit.to)});
    Numbers kept;
    for (const int number : difference(all(), all_capacities()))
      if (is_kept(of({number}), met)) kept.push_back(number);
    return kept;
  }

 private:
  void take_recusals(const PlanConstraints& constraints) {
    std::map<std::pair<int, int>, RecusalReason> pairs;
    const auto known = [&](int branch) { return branch >= 0 && branch < constraints.branches; };
    for (const Recusal& recusal : constraints.recusals)
      if (known(recusal.a) && known(recusal.b) && recusal.a != recusal.b)
        pairs.emplace(std::minmax(recusal.a, recusal.b), recusal.reason);
    for (const auto& [pair, reason] : pairs) recusals_.push_back({pair.first, pair.second, reason});
  }

  static bool is_kept(const PlanConflict& one, const std::set<Visit>& met) {
    for (const Recusal& recusal : one.recusals)
      if (met.contains({recusal.a, recusal.b})) return false;
    for (const auto& team : one.teams)
      for (const int a : team)
        for (const int b : team)
          if (met.contains({a, b})) return false;
    return true;
  }

  PlanConstraints bare_;
  std::vector<Recusal> recusals_;
  std::vector<std::vector<int>> teams_;
  std::vector<LimitedBranch> capacities_;
};

// Looks for the fewest constraints that no plan keeps, whether the other capacities are kept or
// not.
class Reduction {
 public:
  Reduction(const Limits& limits, int most_nodes) : limits_(limits), most_nodes_(most_nodes) {}

  Numbers run(int most_steps) {
    const Numbers few = without_idle();
    return fewest(few, most_steps);
  }

 private:
  // If a plan exists with `some`: constraints, these among them, with all of which one exists.
  std::optional<Numbers> possible_with(const Numbers& some) {
    for (const Numbers& tried : {some, united(some, limits_.all_capacities())}) {
      const PlanTrial trial = try_plan(limits_.with(tried), most_nodes_);
      steps_ += trial.steps;
      if (trial.visits) return united(tried, limits_.kept_by(*trial.visits));
      if (!trial.impossible) {
        unsettled_ = true;
        return tried;
      }
    }
    return std::nullopt;
  }

  // Leaves out one after the other that is not needed.
  Numbers without_idle() {
    Numbers kept = limits_.all();
    // What a search could not settle at first it may with fewer.
    bool again = true;
    while (again) {
      unsettled_ = false;
      again = drop_once(kept) && unsettled_;
    }
    return kept;
  }

  bool drop_once(Numbers& kept) {
    Numbers order = kept;
    std::ranges::reverse(order);
    for (const int number : order) {
      Numbers fewer = difference(kept, {number});
      if (!possible_with(fewer)) kept = std::move(fewer);
    }
    return kept.size() < order.size();
  }

  // Of as many constraints as a plan can keep together some must be missing in it, so that a
  // conflict has one of those that are left. The fewest constraints that have one of each such rest
  // either conflict, and no fewer do, or lead to another rest.
  Numbers fewest(const Numbers& few, int most_steps) {
    std::vector<Numbers> rests;
    int choices = 500000;  // seconds at most
    steps_ = 0;
    while (steps_ < most_steps && !few.empty()) {
      auto some = smallest_hitting_set(rests, few.size() - 1, choices);
      if (!some) break;
      std::ranges::sort(*some);
      auto possible = possible_with(*some);
      if (!possible) return *some;
      Numbers rest = difference(limits_.all(), widened(*std::move(possible)));
      // With nothing missing the searches were too short to tell.
      if (rest.empty()) break;
      rests.push_back(std::move(rest));
    }
    return few;
  }

  Numbers widened(Numbers kept) {
    for (const int number : difference(limits_.all(), kept)) {
      if (std::ranges::binary_search(kept, number)) continue;
      if (auto more = possible_with(united(kept, {number}))) kept = *std::move(more);
    }
    return kept;
  }

  const Limits& limits_;
  int most_nodes_;
  int steps_ = 0;
  bool unsettled_ = false;  // some search was given up
};

// Of many those that have to do with the reason, as far as that is known.
PlanConflict concerning(const Limits& limits, const PlanConflict& reason) {
  PlanConflict named =
      limits.of(reason.kind == ConflictKind::capacity ? limits.all_capacities() : limits.all());
  if (reason.kind != ConflictKind::capacity) named.capacities.clear();
  if (reason.these.empty()) return named;
  const auto is_concerned = [&](int branch) {
    return std::ranges::find(reason.these, branch) != reason.these.end();
  };
  std::erase_if(named.recusals, [&](const Recusal& recusal) {
    return !is_concerned(recusal.a) && !is_concerned(recusal.b);
  });
  std::erase_if(named.teams,
                [&](const auto& team) { return std::ranges::none_of(team, is_concerned); });
  return named;
}

void name(PlanConflict& conflict, PlanConflict named) {
  conflict.recusals = std::move(named.recusals);
  conflict.teams = std::move(named.teams);
  conflict.capacities = std::move(named.capacities);
}

}  // namespace

std::optional<PlanConflict> find_conflict(const PlanConstraints& constraints, int most_nodes) {
  constexpr int too_large_to_try = 100;
  constexpr std::size_t too_many_to_try = 400;
  auto conflict = find_obstacle(constraints, most_nodes);
  if (!conflict || conflict->kind == ConflictKind::unknown) return conflict;
  const int n = constraints.branches;
  const Limits limits(constraints);
  if (find_conflict_of_totals(limits.with({}))) return conflict;  // it rests on none of them
  if (n > too_large_to_try || limits.size() > too_many_to_try) {
    name(*conflict, concerning(limits, *conflict));
    return conflict;
  }
  // Where there are many branches, each of many searches may take less.
  constexpr int few_branches = 8;
  constexpr int most_work = 400000;
  const int nodes = n <= few_branches ? most_nodes : std::min(most_nodes, 100);
  const Numbers fewest = Reduction(limits, nodes).run(most_work / std::max(1, n * n));
  if (auto reason = find_obstacle(limits.with(fewest), most_nodes)) conflict = std::move(reason);
  name(*conflict, limits.of(fewest));
  return conflict;
}

std::optional<PlanConflict> find_conflict_of_totals(const PlanConstraints& constraints) {
  const int n = constraints.branches;
  if (n < 2) return PlanConflict{ConflictKind::too_few_branches, {}, {}, 2, n};
  const auto wanted = demands(constraints);
  const int needed = std::accumulate(wanted.begin(), wanted.end(), 0);
  const int pairs = n == 2 ? 2 : static_cast<int>(std::int64_t{n} * (n - 1) / 2);
  if (needed > pairs) return PlanConflict{ConflictKind::too_many_visits, {}, {}, needed, pairs};
  int possible = 0;
  for (const Load& load : fair_loads(constraints)) possible += load.most;
  if (possible < needed) return PlanConflict{ConflictKind::capacity, {}, {}, needed, possible};
  return std::nullopt;
}

}  // namespace sihu
