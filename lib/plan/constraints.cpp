#include "plan/constraints.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace sihu {

namespace {

std::vector<int> capacities(const PlanConstraints& constraints) {
  std::vector<int> all(static_cast<std::size_t>(constraints.branches),
                       std::numeric_limits<int>::max());
  for (std::size_t i = 0; i < constraints.capacity.size() && i < all.size(); ++i)
    if (constraints.capacity[i] >= 0) all[i] = constraints.capacity[i];
  return all;
}

std::int64_t made_at(const std::vector<int>& capacity, int level) {
  std::int64_t made = 0;
  for (const int most : capacity) made += std::min(most, level);
  return made;
}

// The last quarter in which each made more than the least of those who are asked; nothing: never.
std::vector<std::optional<int>> last_more(const PlanConstraints& constraints,
                                          const std::vector<bool>& is_asked) {
  const auto is_known = [&](int branch) { return branch >= 0 && branch < constraints.branches; };
  std::map<int, std::map<int, int>> made;  // who was there, and how many they made
  for (const PastVisit& visit : constraints.history) {
    if (visit.quarter >= constraints.quarter || !is_known(visit.from) || !is_known(visit.to))
      continue;
    if (is_asked[slot(visit.from)]) ++made[visit.quarter][visit.from];
    if (is_asked[slot(visit.to)]) made[visit.quarter].try_emplace(visit.to, 0);
  }
  std::vector<std::optional<int>> last(is_asked.size());
  for (const auto& [quarter, counts] : made) {
    int least = std::numeric_limits<int>::max();
    for (const auto& [branch, count] : counts) least = std::min(least, count);
    for (const auto& [branch, count] : counts)
      if (count > least) last[slot(branch)] = quarter;
  }
  return last;
}

}  // namespace

int usual_gap(int branches, int each) {
  constexpr int a_year = 4;
  return std::clamp((branches - 1) / (2 * std::max(each, 1)), 0, a_year);
}

std::vector<int> demands(const PlanConstraints& constraints) {
  std::vector<int> all = constraints.demand;
  all.resize(static_cast<std::size_t>(constraints.branches), constraints.each);
  return all;
}

std::vector<Load> fair_loads(const PlanConstraints& constraints) {
  const std::vector<int> capacity = capacities(constraints);
  const std::vector<int> wanted = demands(constraints);
  const auto needed = std::accumulate(wanted.begin(), wanted.end(), std::int64_t{0});
  // The highest level at which all together make no more than is needed.
  int level = 0;
  while (level < constraints.branches && made_at(capacity, level + 1) <= needed) ++level;
  const bool exact = made_at(capacity, level) == needed;
  std::vector<Load> loads;
  for (const int most : capacity)
    loads.push_back({std::min(most, level), std::min(most, exact ? level : level + 1)});
  return loads;
}

std::vector<int> turns_of_more(const PlanConstraints& constraints, const std::vector<Load>& loads) {
  std::vector<bool> is_asked;
  for (const Load& load : loads) is_asked.push_back(load.least < load.most);
  const auto last = last_more(constraints, is_asked);
  std::set<int> quarters;
  for (const auto& quarter : last)
    if (quarter) quarters.insert(*quarter);
  const int all = static_cast<int>(quarters.size());
  std::map<int, int> turns;
  for (const int quarter : quarters)
    turns.emplace(quarter,
                  std::max(0, static_cast<int>(turns.size()) + 1 - std::max(0, all - latest_turn)));
  std::vector<int> found;
  for (const auto& quarter : last) found.push_back(quarter ? turns.at(*quarter) : 0);
  return found;
}

}  // namespace sihu
