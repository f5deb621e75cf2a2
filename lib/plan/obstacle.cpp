#include "plan/obstacle.hpp"

#include "plan/assign.hpp"
#include "plan/partners.hpp"
#include "plan/shortage.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

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

// A branch meets another one only once: it has to have as many others as visits to make and to get.
std::optional<PlanConflict> short_of_partners(const PlanRules& rules) {
  for (int branch = 0; branch < rules.branches(); ++branch) {
    const int needed = rules.demand()[slot(branch)] + rules.loads()[slot(branch)].least;
    if (needed <= rules.reach(branch)) continue;
    PlanConflict conflict{ConflictKind::partners, {branch}, {}, needed, rules.reach(branch)};
    for (int other = 0; other < rules.branches(); ++other)
      if (rules.allows({branch, other})) conflict.only.push_back(other);
    return conflict;
  }
  return std::nullopt;
}

// Two that may meet serve for one visit, and a branch meets no more than visit it and than it can
// visit.
std::optional<PlanConflict> short_of_pairs(const PlanRules& rules) {
  int ends = 0;
  for (int branch = 0; branch < rules.branches(); ++branch)
    ends += std::min(rules.reach(branch),
                     rules.demand()[slot(branch)] + rules.loads()[slot(branch)].most);
  const auto& demand = rules.demand();
  const int needed = std::accumulate(demand.begin(), demand.end(), 0);
  if (needed <= ends / 2) return std::nullopt;
  return PlanConflict{ConflictKind::too_many_visits, {}, {}, needed, ends / 2};
}

std::optional<PlanConflict> counted_by_pairs(const PlanRules& rules) {
  if (rules.branches() == 2) return std::nullopt;  // they have no choice but to inspect each other
  if (auto conflict = short_of_partners(rules)) return conflict;
  return short_of_pairs(rules);
}

std::vector<PricedVisit> allowed_visits(const PlanRules& rules) {
  std::vector<PricedVisit> visits;
  for (int from = 0; from < rules.branches(); ++from)
    for (int to = 0; to < rules.branches(); ++to)
      if (rules.allows({from, to})) visits.push_back({{from, to}, 0});
  return visits;
}

PlanTrial try_pairs(const PlanRules& rules) {
  PlanTrial trial;
  trial.visits = visits_by_pairs(rules.demand(), allowed_visits(rules));
  trial.impossible = !trial.visits;
  return trial;
}

PlanTrial try_by_search(const PlanRules& rules, int most_nodes) {
  const AssignTask task{
      rules.loads(), rules.demand(), allowed_visits(rules), rules.branches() == 2, 1, most_nodes};
  const Assignment found = assign(task);
  return {found.visits, !found.visits && found.proved, found.nodes};
}

PlanTrial try_plan(const PlanRules& rules, int most_nodes) {
  if (counted_by_pairs(rules)) return {{}, true};
  if (rules.branches() > all_visits_up_to) return {{}, counted(rules).has_value()};
  return can_go_by_pairs(rules) ? try_pairs(rules) : try_by_search(rules, most_nodes);
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

PlanConflict reason_of_pairs(const PlanRules& rules) {
  constexpr int too_many_to_ask = 60;
  if (rules.branches() <= too_many_to_ask)
    if (auto pair = forced_pair(rules)) return *pair;
  if (auto conflict = counted_by_pairs(rules)) return *conflict;
  return {ConflictKind::together, {}, {}, 0, 0};
}

}  // namespace

PlanTrial try_plan(const PlanConstraints& constraints, int most_nodes) {
  if (find_conflict_of_totals(constraints)) return {{}, true};
  return try_plan(PlanRules(constraints), most_nodes);
}

bool can_go_by_pairs(const PlanRules& rules) {
  constexpr std::int64_t most_work = 4000000;
  if (rules.branches() == 2 || rules.branches() > all_visits_up_to) return false;
  std::int64_t work = 0;
  for (int branch = 0; branch < rules.branches(); ++branch) {
    const Load& load = rules.loads()[slot(branch)];
    const int demand = rules.demand()[slot(branch)];
    if (load.least != demand || load.most != demand) return false;
    work += std::int64_t{2} * demand * rules.reach(branch);
  }
  return work <= most_work;
}

std::optional<PlanConflict> find_obstacle(const PlanConstraints& constraints, int most_nodes) {
  if (auto conflict = find_conflict_of_totals(constraints)) return conflict;
  const PlanRules rules(constraints);
  if (auto conflict = counted(rules)) return conflict;
  const PlanTrial trial = try_plan(rules, most_nodes);
  if (trial.visits) return std::nullopt;
  if (!trial.impossible) return PlanConflict{ConflictKind::unknown, {}, {}, 0, 0};
  return reason_of_pairs(rules);
}

}  // namespace sihu
