#include "plan/companions.hpp"

#include "base/chance.hpp"
#include "plan/flow.hpp"
#include "plan/plan.hpp"
#include "plan/rules.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace sihu {

namespace {

// Up to here all pairs are looked at.
constexpr int all_pairs_up_to = 400;
constexpr std::int64_t cost_of_inspected = 1000;
constexpr std::uint64_t lots = 16;

// The inspections stand there as if they were last quarter's, so that they are not repeated.
PlanConstraints beside(const PlanConstraints& constraints, const std::vector<Visit>& visits,
                       int each, std::uint64_t seed) {
  PlanConstraints other;
  other.branches = constraints.branches;
  other.recusals = constraints.recusals;
  other.team = constraints.team;
  other.each = each;
  other.quarter = 1;
  other.gap = 0;
  other.seed = seed;
  for (const Visit& visit : visits) other.history.push_back({0, visit.from, visit.to});
  return other;
}

std::optional<std::vector<Visit>> planned(const PlanConstraints& constraints) {
  auto plan = make_plan(constraints);
  if (!plan) return std::nullopt;
  return std::move(plan->visits);
}

bool overlap(const std::vector<Visit>& some, const std::vector<Visit>& others) {
  const std::set<Visit> known(others.begin(), others.end());
  return std::ranges::any_of(some, [&](const Visit& visit) { return known.contains(visit); });
}

std::vector<PricedVisit> priced_pairs(const PlanRules& rules, std::uint64_t seed) {
  Chance chance(seed);
  std::vector<PricedVisit> priced;
  for (int from = 0; from < rules.branches(); ++from)
    for (int to = 0; to < rules.branches(); ++to) {
      const auto lot = static_cast<std::int64_t>(chance.below(lots));
      if (rules.allows({from, to}))
        priced.push_back({{from, to}, (rules.times({from, to}) > 0 ? cost_of_inspected : 0) + lot});
    }
  return priced;
}

// `each` of all that recusals leave, or all of them, given and got; given more unevenly where they
// leave no other way. Two for each other are allowed.
std::vector<Visit> flowed(const PlanConstraints& constraints) {
  const PlanRules rules(constraints);
  const auto priced = priced_pairs(rules, constraints.seed);
  std::vector<Load> even;
  std::vector<Load> uneven;
  std::vector<int> demand;
  for (int branch = 0; branch < constraints.branches; ++branch) {
    demand.push_back(std::min(constraints.each, rules.reach(branch)));
    even.push_back({demand.back(), demand.back()});
    uneven.push_back({0, rules.reach(branch)});
  }
  for (const auto* loads : {&even, &uneven}) {
    VisitFlow flow(*loads, demand, priced);
    if (flow.solve()) return flow.visits();
  }
  return {};
}

}  // namespace

int reviews_wanted(int branches, int least) {
  return std::min(std::max(reviews_each, least), std::max(0, branches - 1));
}

std::vector<Visit> review_visits(const PlanConstraints& constraints,
                                 const std::vector<Visit>& visits, int each, std::uint64_t seed) {
  const bool few = constraints.branches <= all_pairs_up_to;
  for (int count = std::min(each, constraints.branches - 1); count > 0; --count) {
    const PlanConstraints other = beside(constraints, visits, count, seed);
    if (2 * count < constraints.branches)
      if (auto found = planned(other); found && !(few && overlap(*found, visits))) return *found;
    // What can't be had without two for each other, or one that is inspected, may be had with them.
    if (few) return flowed(other);
  }
  return {};
}

std::vector<Visit> paper_visits(const PlanConstraints& constraints,
                                const std::vector<Visit>& visits, std::uint64_t seed) {
  PlanConstraints other = beside(constraints, visits, 1, seed);
  if (auto found = planned(other)) return *found;
  other.recusals.clear();
  other.team.clear();
  return planned(other).value_or(std::vector<Visit>{});
}

}  // namespace sihu
