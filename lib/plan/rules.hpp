#pragma once

#include "plan/constraints.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sihu {

/// Constraints made ready to be asked about single visits, each in constant time.
class PlanRules {
 public:
  explicit PlanRules(const PlanConstraints& constraints);

  int branches() const { return branches_; }
  int gap() const { return gap_; }
  const std::vector<Load>& loads() const { return loads_; }
  const std::vector<int>& demand() const { return demand_; }

  /// The most visits a branch can make; below 0: any number.
  int capacity(int branch) const { return capacity_[static_cast<std::size_t>(branch)]; }

  /// Why neither may inspect the other, if it is so.
  std::optional<RecusalReason> recusal(int a, int b) const;

  /// Whether the visit is allowed as far as it alone decides: neither to itself nor recused.
  bool allows(Visit visit) const {
    return visit.from != visit.to && !recusal(visit.from, visit.to);
  }

  /// How many branches `from` may inspect.
  int reach(int from) const { return reach_[static_cast<std::size_t>(from)]; }

  /// How often the visit was made in the present turn of `from`. A turn ends when all that `from`
  /// may inspect have been inspected.
  int times(Visit visit) const;

  /// How many branches `from` may inspect and has not yet in its present turn.
  int unseen(int from) const { return unseen_[static_cast<std::size_t>(from)]; }

  /// How many quarters ago `visit.to` last inspected `visit.from`.
  std::optional<int> reversed_ago(Visit visit) const;

  /// By how many quarters the visit comes too soon after its reverse.
  int too_soon(Visit visit) const;

  /// Whether the visit is allowed and breaks no rule, judged alone.
  bool is_free(Visit visit) const {
    return allows(visit) && times(visit) == 0 && too_soon(visit) == 0;
  }

 private:
  void count_reach();
  void read_history(const PlanConstraints& constraints);
  void live_turns(std::vector<PastVisit> history);
  void live_quarter(int from, const std::vector<int>& targets);

  int branches_;
  int gap_;
  std::vector<Load> loads_;
  std::vector<int> demand_;
  std::vector<int> team_;
  std::vector<int> capacity_;
  std::unordered_map<std::uint64_t, RecusalReason> recused_;  // the smaller number first
  std::vector<int> reach_;
  std::vector<int> unseen_;
  std::vector<std::unordered_map<int, int>> turns_;  // per inspector: whom, how often
  std::unordered_map<std::uint64_t, int> ago_;
};

}  // namespace sihu
