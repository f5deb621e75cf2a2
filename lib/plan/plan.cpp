#include "plan/plan.hpp"

#include "base/chance.hpp"
#include "plan/assign.hpp"
#include "plan/obstacle.hpp"
#include "plan/offsets.hpp"
#include "plan/partners.hpp"
#include "plan/repair.hpp"
#include "plan/rotation.hpp"
#include "plan/rules.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <utility>

namespace sihu {

namespace {

constexpr int some_visits = 24;
constexpr int most_nodes = 2000;

// Costs of a visit. One repeat outweighs all that could be saved in quarters too soon, one quarter
// all turns to make one visit more than others, and a turn all lots that could be drawn: the rules
// are kept in their order.
struct Prices {
  std::int64_t lot = 0;  // lots are drawn below this
  std::int64_t turn = 0;
  std::int64_t quarter = 0;
  std::int64_t repeat = 0;

  Prices(const PlanRules& rules, bool draw_lots) {
    const auto& wanted = rules.demand();
    const auto visits =
        std::max<std::int64_t>(1, std::accumulate(wanted.begin(), wanted.end(), std::int64_t{0}));
    constexpr std::int64_t too_many_for_lots = 4000;  // sums must stay below 2^62
    lot = draw_lots && visits <= too_many_for_lots ? 16 : 1;
    turn = lot == 1 ? 1 : lot * visits;
    quarter = turn * (latest_turn * std::int64_t{rules.branches()} + 1);
    repeat = quarter * (visits * rules.gap() + 1);
  }

  std::int64_t of(const PlanRules& rules, Visit visit, Chance& chance) const {
    constexpr int alike = 9;  // more often is no worse: sums must stay below 2^62
    const auto drawn = static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(lot)));
    return std::min(rules.times(visit), alike) * repeat + rules.too_soon(visit) * quarter + drawn;
  }
};

bool is_even(const PlanConstraints& constraints, const PlanRules& rules) {
  return std::ranges::all_of(rules.demand(), [&](int d) { return d == constraints.each; }) &&
         std::ranges::all_of(rules.loads(), [&](const Load& load) {
           return load.least == constraints.each && load.most == constraints.each;
         });
}

bool has_grave(const std::vector<PlanFault>& faults) {
  return std::ranges::any_of(faults, &PlanFault::grave);
}

class Planner {
 public:
  explicit Planner(const PlanConstraints& constraints)
      : constraints_(constraints), rules_(constraints) {}

  tl::expected<Plan, PlanConflict> run() {
    if (auto plan = by_rotation()) return *plan;
    return by_search();
  }

 private:
  // The rotation, if it stands for loads like these, mended if need be; nothing if it breaks a
  // rule.
  std::optional<Plan> by_rotation() {
    const int n = constraints_.branches;
    const int each = constraints_.each;
    if (!is_even(constraints_, rules_) || each < 1) return std::nullopt;
    RotationPlace place = constraints_.place.value_or(RotationPlace{constraints_.seed, 0, 0});
    if (n == 4 && (place.cycle > 0 || place.round >= rotation_rounds(4))) return std::nullopt;
    if (place.cycle < 0 || place.round < 0) return std::nullopt;
    const Rotation rotation(n, steps_for_quarters(n, each), std::max(each, rules_.gap() * each),
                            each);
    Plan plan;
    plan.visits = rotation.take(place, each);
    plan.place = place;
    if (judge_plan(rules_, plan.visits).empty() || n == 2) return finished(plan);
    const Repair repair = repair_plan(rules_, plan.visits, constraints_.seed);
    plan.visits = repair.visits;
    plan.method = PlanMethod::repaired;
    plan.exchanged = repair.changed;
    if (!judge_plan(rules_, plan.visits).empty()) return std::nullopt;
    return finished(plan);
  }

  // Nothing if the plan breaks a rule that may never be broken.
  std::optional<Plan> finished(Plan plan) const {
    plan.broken = judge_plan(rules_, plan.visits);
    if (has_grave(plan.broken)) return std::nullopt;
    plan.made.assign(slot(constraints_.branches), 0);
    plan.got = plan.made;
    for (const Visit& visit : plan.visits) {
      ++plan.made[slot(visit.from)];
      ++plan.got[slot(visit.to)];
    }
    return plan;
  }

  tl::expected<Plan, PlanConflict> by_search() {
    const bool all = constraints_.branches <= all_visits_up_to;
    const Prices prices(rules_, all);
    AssignTask task{loads(prices), rules_.demand(), {}, constraints_.branches == 2,
                    prices.turn,   most_nodes};
    task.priced = priced(prices, all);
    std::optional<std::vector<Visit>> by_pairs;
    if (can_go_by_pairs(rules_)) {
      by_pairs = visits_by_pairs(rules_.demand(), task.priced);
      if (!by_pairs) return tl::unexpected(conflict());
    }
    Assignment found = assign(task);
    if (!found.visits && !found.proved) found = any_instead(task, found.bound, by_pairs);
    if (!found.visits) return tl::unexpected(conflict());
    Plan plan;
    plan.visits = *found.visits;
    plan.method = PlanMethod::search;
    plan.nodes = found.nodes;
    const std::int64_t least = all ? found.bound : 0;
    plan.proved = found.cost / prices.quarter == least / prices.quarter;
    plan.gap = saved(found.cost - least, prices);
    plan.place = next_place();
    plan = finished(plan).value();
    if (!plan.broken.empty() && a_turn_may_end()) {
      plan.proved = false;
      plan.gap = std::max<std::int64_t>(plan.gap, std::ssize(plan.broken));
    }
    return plan;
  }

  // Each visit is priced by itself: by that whoever sees all that is left of a turn and somebody
  // besides repeats, where it begins a new turn (`judge_plan`). A plan that was too dear may break
  // less than the cheapest.
  bool a_turn_may_end() const {
    for (int branch = 0; branch < constraints_.branches; ++branch) {
      const int left = rules_.unseen(branch);
      if (left > 0 && left < rules_.loads()[slot(branch)].most) return true;
    }
    return false;
  }

  // Where no plan was met on the way to the cheapest, any is better than none: prices lead a search
  // astray that would find one without them. Last of all comes the one that pairs give.
  Assignment any_instead(const AssignTask& task, std::int64_t bound,
                         const std::optional<std::vector<Visit>>& by_pairs) const {
    AssignTask free = task;
    free.loads = rules_.loads();
    for (PricedVisit& visit : free.priced) visit.cost = 0;
    Assignment found = assign(free);
    if (!found.visits) found.visits = by_pairs;
    if (!found.visits) return found;
    std::map<std::pair<int, int>, std::int64_t> prices;
    for (const PricedVisit& visit : task.priced)
      prices[{visit.visit.from, visit.visit.to}] = visit.cost;
    found.cost = 0;
    for (const Visit& visit : *found.visits) found.cost += prices.at({visit.from, visit.to});
    found.bound = std::min(bound, found.cost);
    found.proved = false;
    return found;
  }

  // A whole repeat counts as one, and so does a quarter too soon.
  static std::int64_t saved(std::int64_t cost, const Prices& prices) {
    return cost / prices.repeat + cost % prices.repeat / prices.quarter;
  }

  // Who made one more than others last stands back now.
  std::vector<Load> loads(const Prices& prices) const {
    std::vector<Load> loads = rules_.loads();
    const std::vector<int> turns = turns_of_more(constraints_, loads);
    for (std::size_t i = 0; i < loads.size(); ++i) loads[i].dearer = turns[i] * prices.turn;
    return loads;
  }

  std::vector<PricedVisit> priced(const Prices& prices, bool all) {
    Chance chance(constraints_.seed);
    std::vector<PricedVisit> visits;
    const int n = constraints_.branches;
    const auto add = [&](Visit visit) {
      if (rules_.allows(visit)) visits.push_back({visit, prices.of(rules_, visit, chance)});
    };
    for (int from = 0; from < n; ++from) {
      if (all) {
        for (int to = 0; to < n; ++to) add({from, to});
        continue;
      }
      for (const int to : some_targets(from, chance)) add({from, to});
    }
    return visits;
  }

  // Free visits drawn by lot, so many that a plan is most likely among them; all visits of a branch
  // that has few free ones.
  std::vector<int> some_targets(int from, Chance& chance) const {
    std::vector<int> targets;
    const auto n = static_cast<std::uint64_t>(constraints_.branches);
    const auto wanted = static_cast<std::size_t>(some_visits * std::max(1, constraints_.each));
    for (int tries = 0; tries < 40 * some_visits && targets.size() < wanted; ++tries) {
      const int to = static_cast<int>(chance.below(n));
      if (rules_.is_free({from, to})) targets.push_back(to);
    }
    if (targets.size() < wanted) {
      targets.resize(static_cast<std::size_t>(n));
      std::iota(targets.begin(), targets.end(), 0);
    }
    std::ranges::sort(targets);
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    return targets;
  }

  PlanConflict conflict() const {
    if (auto found = find_conflict(constraints_, most_nodes)) return *found;
    return {ConflictKind::unknown, {}, {}, 0, 0};
  }

  // A searched quarter stands for those that the rotation had: the next goes on behind them.
  std::optional<RotationPlace> next_place() const {
    const int rounds = rotation_rounds(constraints_.branches);
    if (constraints_.branches == 4 || !constraints_.place || constraints_.each > rounds)
      return constraints_.place;
    RotationPlace place = *constraints_.place;
    place.round += constraints_.each;
    if (place.round >= rounds) {
      ++place.cycle;
      place.round -= rounds;
    }
    return place;
  }

  const PlanConstraints& constraints_;
  PlanRules rules_;
};

}  // namespace

tl::expected<Plan, PlanConflict> make_plan(const PlanConstraints& constraints) {
  if (find_conflict_of_totals(constraints))
    return tl::unexpected(find_conflict(constraints).value());
  return Planner(constraints).run();
}

}  // namespace sihu
