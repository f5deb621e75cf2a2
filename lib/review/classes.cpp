#include "review/classes.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

bool stands_alone(const WeighedGroup& group, std::size_t least) {
  return group.totals.size() >= least && !group.weight.is_zero();
}

void join(WeighedGroup& into, WeighedGroup group) {
  into.classes.insert(into.classes.end(), group.classes.begin(), group.classes.end());
  into.weight += group.weight;
  std::ranges::move(group.totals, std::back_inserter(into.totals));
}

std::size_t size_of(const WeighedGroup& group) {
  return group.totals.size();
}

}  // namespace

std::vector<WeighedGroup> joined_groups(std::vector<WeighedGroup> groups, std::size_t least) {
  std::erase_if(groups, [](const WeighedGroup& group) { return group.totals.empty(); });
  while (groups.size() > 1) {
    std::ranges::stable_sort(groups, {}, size_of);
    const auto small = std::ranges::find_if(
        groups, [&](const WeighedGroup& group) { return !stands_alone(group, least); });
    if (small == groups.end()) break;
    WeighedGroup taken = std::move(*small);
    const auto next = groups.erase(small);
    join(next == groups.end() ? groups.back() : *next, std::move(taken));
  }
  return groups;
}

Rational weighted_mean(const std::vector<WeighedGroup>& groups) {
  if (groups.size() == 1) return exact_mean(groups.front().totals);
  Rational sum;
  Rational weights;
  for (const WeighedGroup& group : groups) {
    sum += group.weight * exact_mean(group.totals);
    weights += group.weight;
  }
  return sum / weights;
}

Rational exact_mean(const std::vector<Rational>& totals) {
  Rational sum;
  for (const Rational& total : totals) sum += total;
  return sum / Rational(static_cast<long>(totals.size()));
}

}  // namespace sihu
