#pragma once

#include "plan/flow.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sihu {

/// What is asked of `assign`.
struct AssignTask {
  std::vector<Load> loads;
  std::vector<int> demand;
  std::vector<PricedVisit> priced;  ///< each visit that may be made, once
  bool mutual_allowed = false;      ///< two may inspect each other: only where n = 2
  std::int64_t worth = 1;           ///< a difference in cost below this is not worth the search
  int most_nodes = 2000;            ///< how many flows to look at before the search is given up
};

/// What `assign` found.
struct Assignment {
  std::optional<std::vector<Visit>> visits;  ///< nothing: none exists, or none was found
  std::int64_t cost = 0;
  std::int64_t bound = 0;  ///< no assignment costs less
  bool proved = false;     ///< it is the cheapest (by `worth`), or none exists
  int nodes = 0;

  std::int64_t gap() const { return cost - bound; }
};

/// The cheapest visits without two that inspect each other: best-first branch and bound. The bound
/// is the flow that allows mutual pairs; the first such pair is parted by forbidding one of its
/// visits or the other. To decide whether any solution exists is NP-complete, so the search may end
/// at `most_nodes` with less than the best, or with none.
Assignment assign(const AssignTask& task);

/// The first pair that inspects each other, the smaller number in front.
std::optional<Visit> first_mutual(const std::vector<Visit>& visits);

}  // namespace sihu
