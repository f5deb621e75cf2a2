#include "plan/conflict.hpp"

#include "plan/assign.hpp"
#include "plan/rules.hpp"
#include "plan/shortage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

namespace sihu {

namespace {

std::vector<int> least_loads(const PlanRules& rules) {
  std::vector<int> all;
  for (const Load& load : rules.loads()) all.push_back(load.least);
  return all;
}

std::vector<int> most_loads(const PlanRules& rules) {
  std::vector<int> all;
  for (const Load& load : rules.loads()) all.push_back(load.most);
  return all;
}

PlanConflict conflict_of(ConflictKind kind, const Shortage& shortage) {
  return {kind, shortage.these, shortage.only, shortage.needed, shortage.possible};
}

// Who could still be inspected by whom once `gone` is forbidden.
std::optional<PlanConflict> counted(const PlanRules& rules, std::optional<Visit> gone = {}) {
  const auto allows = [&](Visit visit) {
    return rules.allows(visit) && (!gone || !(visit == *gone));
  };
  const Supply inspected{rules.demand(), most_loads(rules), [&](int to, int from) {
                           return allows({from, to});
                         }};
  const Supply inspecting{least_loads(rules), rules.demand(), [&](int from, int to) {
                            return allows({from, to});
                          }};
  const auto one = find_shortage(inspected);
  const auto other = find_shortage(inspecting);
  if (one && (!other || one->these.size() <= other->these.size()))
    return conflict_of(ConflictKind::inspected, *one);
  if (other) return conflict_of(ConflictKind::inspecting, *other);
  return std::nullopt;
}

AssignTask feasibility_task(const PlanRules& rules, int most_nodes) {
  AssignTask task{rules.loads(), rules.demand(), {}, rules.branches() == 2, 1, most_nodes};
  for (int from = 0; from < rules.branches(); ++from)
    for (int to = 0; to < rules.branches(); ++to)
      if (rules.allows({from, to})) task.priced.push_back({{from, to}, 0});
  return task;
}

// A pair of which neither visit can be left out.
std::optional<PlanConflict> forced_pair(const PlanRules& rules) {
  for (int a = 0; a < rules.branches(); ++a)
    for (int b = a + 1; b < rules.branches(); ++b) {
      if (!rules.allows({a, b}) || !counted(rules, Visit{a, b})) continue;
      if (counted(rules, Visit{b, a})) return PlanConflict{ConflictKind::mutual, {a, b}, {}, 0, 0};
    }
  return std::nullopt;
}

std::optional<PlanConflict> by_pairs(const PlanRules& rules, int most_nodes) {
  constexpr int too_many_to_search = 400;
  if (rules.branches() > too_many_to_search)
    return PlanConflict{ConflictKind::unknown, {}, {}, 0, 0};
  const Assignment found = assign(feasibility_task(rules, most_nodes));
  if (found.visits) return std::nullopt;
  if (!found.proved) return PlanConflict{ConflictKind::unknown, {}, {}, 0, 0};
  if (rules.branches() <= 60)
    if (auto pair = forced_pair(rules)) return pair;
  return PlanConflict{ConflictKind::together, {}, {}, 0, 0};
}

std::optional<PlanConflict> conflict_without_reasons(const PlanConstraints& constraints,
                                                     int most_nodes) {
  if (auto conflict = find_conflict_of_totals(constraints)) return conflict;
  const PlanRules rules(constraints);
  if (auto conflict = counted(rules)) return conflict;
  return by_pairs(rules, most_nodes);
}

// Every recused pair, spelled out once.
std::vector<Recusal> all_recusals(const PlanConstraints& constraints) {
  const PlanRules rules(constraints);
  std::vector<Recusal> all;
  for (int a = 0; a < constraints.branches; ++a)
    for (int b = a + 1; b < constraints.branches; ++b)
      if (const auto reason = rules.recusal(a, b)) all.push_back({a, b, *reason});
  return all;
}

bool is_counted(ConflictKind kind) {
  return kind == ConflictKind::inspected || kind == ConflictKind::inspecting;
}

// Leaves out what a conflict does not rest on.
class Reduction {
 public:
  Reduction(PlanConstraints constraints, int most_nodes)
      : kept_(std::move(constraints)), most_nodes_(most_nodes) {
    kept_.recusals = all_recusals(kept_);
    kept_.team.clear();
  }

  std::size_t recusals() const { return kept_.recusals.size(); }
  const PlanConstraints& kept() const { return kept_; }

  std::optional<PlanConflict> conflict() const { return conflict_of(kept_); }

  // Those without which alone a plan exists. They are no mere limits: who makes no visits needs
  // nobody to inspect, so that none is left out on the way.
  std::vector<LimitedBranch> capacities() const {
    constexpr int any_number = -1;
    std::vector<LimitedBranch> limited;
    for (std::size_t i = 0; i < kept_.capacity.size(); ++i) {
      PlanConstraints without = kept_;
      const int most = std::exchange(without.capacity[i], any_number);
      if (most >= 0 && !conflict_of(without)) limited.push_back({static_cast<int>(i), most});
    }
    return limited;
  }

  // As long as the same branches are too many for the same reason; what rests on no count, as long
  // as no plan exists. What a search could not settle at first it may with fewer.
  void drop_recusals(const PlanConflict& conflict) {
    while (drop_once(conflict)) {
    }
  }

 private:
  bool drop_once(const PlanConflict& conflict) {
    const std::vector<Recusal> order = kept_.recusals;
    for (auto one = order.rbegin(); one != order.rend(); ++one) {
      PlanConstraints fewer = kept_;
      std::erase(fewer.recusals, *one);
      const auto found = conflict_of(fewer);
      const bool stays = is_counted(conflict.kind) ? found && found->kind == conflict.kind &&
                                                         found->these == conflict.these
                                                   : is_impossible(found);
      if (stays) kept_ = std::move(fewer);
    }
    return kept_.recusals.size() < order.size() && !is_counted(conflict.kind);
  }

  std::optional<PlanConflict> conflict_of(const PlanConstraints& constraints) const {
    return conflict_without_reasons(constraints, most_nodes_);
  }

  static bool is_impossible(const std::optional<PlanConflict>& conflict) {
    return conflict && conflict->kind != ConflictKind::unknown;
  }

  PlanConstraints kept_;
  int most_nodes_;
};

}  // namespace

std::optional<PlanConflict> find_conflict(const PlanConstraints& constraints, int most_nodes) {
  constexpr int too_large_to_try = 100;
  constexpr std::size_t too_many_to_try = 400;
  auto conflict = conflict_without_reasons(constraints, most_nodes);
  if (!conflict || conflict->kind == ConflictKind::unknown ||
      conflict->kind == ConflictKind::too_few_branches ||
      conflict->kind == ConflictKind::too_many_visits)
    return conflict;
  // Where there are many, each of many searches may take less; what it can't settle then is kept.
  constexpr int few_branches = 8;
  const int nodes = constraints.branches <= few_branches ? most_nodes : std::min(most_nodes, 100);
  Reduction reduction(constraints, nodes);
  if (constraints.branches <= too_large_to_try && reduction.recusals() <= too_many_to_try) {
    reduction.drop_recusals(*conflict);
    if (auto known = reduction.conflict(); known && known->kind != ConflictKind::unknown)
      conflict = std::move(known);
    conflict->capacities = reduction.capacities();
  }
  conflict->recusals = reduction.kept().recusals;
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
