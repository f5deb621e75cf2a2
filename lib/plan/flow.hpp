#pragma once

#include "base/cost_flow.hpp"
#include "plan/constraints.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sihu {

/// A visit that may be made, and what it costs (not below 0).
struct PricedVisit {
  Visit visit;
  std::int64_t cost = 0;
};

/// The cheapest set of visits in which every branch gets what it demands and makes at least and at
/// most what its load says: a minimum-cost flow. It knows nothing of mutual pairs.
///
/// Sums of costs must stay below 2^62.
class VisitFlow {
 public:
  /// `priced`: each visit once.
  VisitFlow(const std::vector<Load>& loads, const std::vector<int>& demand,
            std::vector<PricedVisit> priced);

  /// Finds the cheapest set; false if there is none.
  bool solve();

  /// Takes a visit of a solved flow away for good and mends the rest at the least cost; false if
  /// that is impossible, after which the flow is of no more use.
  bool forbid(Visit visit);

  /// The visits that are made, in order.
  std::vector<Visit> visits() const;

  /// What they cost together, visits above the least loads included.
  std::int64_t cost() const { return flow_.cost(); }

 private:
  bool is_made(std::size_t visit) const { return flow_.carried(visit) > 0; }

  std::shared_ptr<const std::vector<PricedVisit>> priced_;  // the first arcs of the flow
  int branches_;
  int needed_ = 0;
  CostFlow flow_;
};

}  // namespace sihu
