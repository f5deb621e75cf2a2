#include "plan/constraints.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>

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

}  // namespace sihu
