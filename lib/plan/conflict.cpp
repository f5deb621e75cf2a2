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

bool touches(const PlanConflict& conflict, const Recusal& recusal) {
  const auto has = [&](int branch) {
    return std::ranges::find(conflict.these, branch) != conflict.these.end();
  };
  return conflict.these.empty() || has(recusal.a) || has(recusal.b);
}

bool is_still_there(const PlanConflict& conflict, const PlanConstraints& constraints,
                    int most_nodes) {
  const auto found = conflict_without_reasons(constraints, most_nodes);
  return found && found->kind == conflict.kind && found->these == conflict.these;
}

constexpr int too_large_to_try = 100;

// Leaves out one recusal after the other, as long as the conflict stays the same.
std::vector<Recusal> needed_recusals(PlanConstraints constraints, const PlanConflict& conflict,
                                     int most_nodes) {
  constexpr std::size_t too_many_to_try = 400;
  std::vector<Recusal> kept;
  const auto still = [&](const std::vector<Recusal>& recusals) {
    constraints.recusals = recusals;
    return is_still_there(conflict, constraints, most_nodes);
  };
  for (const Recusal& recusal : all_recusals(constraints))
    if (touches(conflict, recusal)) kept.push_back(recusal);
  constraints.team.clear();
  if (kept.size() > too_many_to_try || constraints.branches > too_large_to_try || !still(kept))
    return kept;
  for (std::size_t i = kept.size(); i-- > 0;) {
    std::vector<Recusal> fewer = kept;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (still(fewer)) kept = fewer;
  }
  return kept;
}

// Leaves out one capacity after the other, as long as the conflict stays the same.
std::vector<LimitedBranch> needed_capacities(PlanConstraints constraints,
                                             const PlanConflict& conflict, int most_nodes) {
  constexpr int any_number = -1;
  const bool may_try = constraints.branches <= too_large_to_try;
  std::vector<LimitedBranch> kept;
  for (std::size_t i = 0; i < constraints.capacity.size(); ++i) {
    const int most = std::exchange(constraints.capacity[i], any_number);
    if (most < 0 || (may_try && is_still_there(conflict, constraints, most_nodes))) continue;
    constraints.capacity[i] = most;
    kept.push_back({static_cast<int>(i), most});
  }
  return kept;
}

}  // namespace

std::optional<PlanConflict> find_conflict(const PlanConstraints& constraints, int most_nodes) {
  auto conflict = conflict_without_reasons(constraints, most_nodes);
  if (!conflict || conflict->kind == ConflictKind::unknown) return conflict;
  const bool counts_recusals = conflict->kind != ConflictKind::too_few_branches &&
                               conflict->kind != ConflictKind::too_many_visits &&
                               conflict->kind != ConflictKind::capacity;
  PlanConstraints needed = constraints;
  if (counts_recusals) {
    conflict->recusals = needed_recusals(constraints, *conflict, most_nodes);
    needed.recusals = conflict->recusals;
    needed.team.clear();
  }
  conflict->capacities = needed_capacities(std::move(needed), *conflict, most_nodes);
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
