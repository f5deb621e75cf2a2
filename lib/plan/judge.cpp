#include "plan/judge.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_set>

namespace sihu {

namespace {

class Judge {
 public:
  Judge(const PlanRules& rules, const std::vector<Visit>& visits) : rules_(rules) {
    made_.assign(slot(rules.branches()), 0);
    got_ = made_;
    for (const Visit& visit : visits) take(visit);
  }

  std::vector<PlanFault> faults() {
    judge_pairs();
    judge_demands();
    judge_loads();
    judge_repeats();
    std::ranges::stable_sort(faults_, {}, [](const PlanFault& fault) { return !fault.grave; });
    return faults_;
  }

 private:
  bool is_known(int branch) const { return branch >= 0 && branch < rules_.branches(); }

  void take(Visit visit) {
    if (!is_known(visit.from) || !is_known(visit.to)) {
      faults_.push_back({PlanRule::unknown_branch, visit});
      return;
    }
    ++made_[slot(visit.from)];
    ++got_[slot(visit.to)];
    if (visit.from == visit.to)
      faults_.push_back({PlanRule::itself, visit});
    else if (!seen_.insert(visit_key(visit)).second)
      faults_.push_back({PlanRule::twice, visit});
    else
      visits_.push_back(visit);
  }

  void judge_pairs() {
    for (const Visit& visit : visits_) {
      if (const auto reason = rules_.recusal(visit.from, visit.to))
        faults_.push_back({PlanRule::recused, visit, 0, 0, *reason});
      if (visit.from < visit.to && seen_.contains(visit_key(visit.reversed())))
        faults_.push_back(
            {PlanRule::mutual, visit, 0, 0, RecusalReason::recused, rules_.branches() > 2});
      if (rules_.too_soon(visit) > 0)
        faults_.push_back({PlanRule::too_soon, visit, *rules_.reversed_ago(visit), rules_.gap(),
                           RecusalReason::recused, false});
    }
  }

  void judge_demands() {
    for (int branch = 0; branch < rules_.branches(); ++branch)
      if (got_[slot(branch)] != rules_.demand()[slot(branch)])
        faults_.push_back({PlanRule::demand,
                           {branch, branch},
                           got_[slot(branch)],
                           rules_.demand()[slot(branch)]});
  }

  void judge_loads() {
    for (int branch = 0; branch < rules_.branches(); ++branch) {
      const int made = made_[slot(branch)];
      const Load& load = rules_.loads()[slot(branch)];
      const int capacity = rules_.capacity(branch);
      if (capacity >= 0 && made > capacity)
        faults_.push_back({PlanRule::capacity, {branch, branch}, made, capacity});
      else if (made < load.least || made > load.most)
        faults_.push_back(
            {PlanRule::load, {branch, branch}, made, made < load.least ? load.least : load.most});
    }
  }

  void judge_repeats() {
    // Whoever sees all that is left of a turn begins a new one, in which nothing is a repeat.
    std::vector<int> left(made_.size());
    for (int branch = 0; branch < rules_.branches(); ++branch)
      left[slot(branch)] = rules_.unseen(branch);
    for (const Visit& visit : visits_)
      if (rules_.allows(visit) && rules_.times(visit) == 0) --left[slot(visit.from)];
    for (const Visit& visit : visits_)
      if (rules_.times(visit) > 0 && left[slot(visit.from)] > 0)
        faults_.push_back(
            {PlanRule::repeat, visit, rules_.times(visit), 0, RecusalReason::recused, false});
  }

  const PlanRules& rules_;
  std::vector<Visit> visits_;  // those that can be judged as pairs
  std::unordered_set<std::uint64_t> seen_;
  std::vector<int> made_;
  std::vector<int> got_;
  std::vector<PlanFault> faults_;
};

}  // namespace

std::vector<PlanFault> judge_plan(const PlanConstraints& constraints,
                                  const std::vector<Visit>& visits) {
  return judge_plan(PlanRules(constraints), visits);
}

std::vector<PlanFault> judge_plan(const PlanRules& rules, const std::vector<Visit>& visits) {
  return Judge(rules, visits).faults();
}

}  // namespace sihu
