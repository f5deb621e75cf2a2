#include "plan/rules.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace sihu {

namespace {

std::uint64_t pair_key(int a, int b) {
  return visit_key({std::min(a, b), std::max(a, b)});
}

}  // namespace

PlanRules::PlanRules(const PlanConstraints& constraints)
    : branches_(constraints.branches),
      gap_(constraints.gap.value_or(usual_gap(constraints.branches, constraints.each))),
      loads_(fair_loads(constraints)),
      demand_(demands(constraints)),
      team_(constraints.team),
      capacity_(constraints.capacity) {
  capacity_.resize(slot(branches_), -1);
  team_.resize(slot(branches_), -1);
  const auto known = [&](int branch) { return branch >= 0 && branch < branches_; };
  for (const Recusal& recusal : constraints.recusals)
    if (known(recusal.a) && known(recusal.b) && recusal.a != recusal.b)
      recused_.emplace(pair_key(recusal.a, recusal.b), recusal.reason);
  count_reach();
  read_history(constraints);
}

std::optional<RecusalReason> PlanRules::recusal(int a, int b) const {
  const auto found = recused_.find(pair_key(a, b));
  if (found != recused_.end()) return found->second;
  if (a != b && team_[slot(a)] >= 0 && team_[slot(a)] == team_[slot(b)])
    return RecusalReason::same_team;
  return std::nullopt;
}

void PlanRules::count_reach() {
  std::unordered_map<int, int> members;
  for (const int team : team_)
    if (team >= 0) ++members[team];
  reach_.assign(slot(branches_), branches_ - 1);
  for (std::size_t i = 0; i < team_.size(); ++i)
    if (team_[i] >= 0) reach_[i] -= members[team_[i]] - 1;
  for (const auto& [key, reason] : recused_) {
    const int a = static_cast<int>(key >> 32);
    const int b = static_cast<int>(key & 0xffffffff);
    if (team_[slot(a)] >= 0 && team_[slot(a)] == team_[slot(b)]) continue;
    --reach_[slot(a)];
    --reach_[slot(b)];
  }
}

void PlanRules::read_history(const PlanConstraints& constraints) {
  turns_.resize(slot(branches_));
  unseen_ = reach_;
  std::vector<PastVisit> past;
  for (const PastVisit& visit : constraints.history) {
    const bool known =
        visit.from >= 0 && visit.from < branches_ && visit.to >= 0 && visit.to < branches_;
    if (!known || visit.quarter >= constraints.quarter) continue;
    const int ago = constraints.quarter - visit.quarter;
    const auto [entry, fresh] = ago_.emplace(visit_key({visit.from, visit.to}), ago);
    if (!fresh) entry->second = std::min(entry->second, ago);
    if (allows({visit.from, visit.to})) past.push_back(visit);
  }
  live_turns(std::move(past));
}

void PlanRules::live_turns(std::vector<PastVisit> history) {
  const auto order = [](const PastVisit& visit) {
    return std::tie(visit.from, visit.quarter, visit.to);
  };
  std::ranges::sort(history, {}, order);
  std::vector<int> targets;
  for (std::size_t i = 0; i < history.size(); ++i) {
    targets.push_back(history[i].to);
    const bool last = i + 1 == history.size() || history[i + 1].from != history[i].from ||
                      history[i + 1].quarter != history[i].quarter;
    if (!last) continue;
    live_quarter(history[i].from, targets);
    targets.clear();
  }
}

// What is new goes first: a turn that ends within the quarter makes room for what comes again.
void PlanRules::live_quarter(int from, const std::vector<int>& targets) {
  auto& turn = turns_[slot(from)];
  std::vector<int> again;
  for (const int to : targets)
    if (!turn.emplace(to, 1).second) again.push_back(to);
  if (static_cast<int>(turn.size()) >= reach(from)) turn.clear();
  for (const int to : again) ++turn[to];
  if (static_cast<int>(turn.size()) >= reach(from)) turn.clear();
  unseen_[slot(from)] = reach(from) - static_cast<int>(turn.size());
}

int PlanRules::times(Visit visit) const {
  const auto& turn = turns_[slot(visit.from)];
  const auto found = turn.find(visit.to);
  return found == turn.end() ? 0 : found->second;
}

std::optional<int> PlanRules::reversed_ago(Visit visit) const {
  const auto found = ago_.find(visit_key(visit.reversed()));
  if (found == ago_.end()) return std::nullopt;
  return found->second;
}

int PlanRules::too_soon(Visit visit) const {
  const auto ago = reversed_ago(visit);
  return ago ? std::max(0, gap_ - *ago) : 0;
}

}  // namespace sihu
