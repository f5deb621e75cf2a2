#pragma once

#include "plan/flow.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace sihu {

/// Chooses among `pairs` such that each branch is in as many as `wanted` says (an f-factor, found
/// as a perfect matching: Tutte, A short proof of the factor theorem for finite graphs). Which
/// pairs come first are chosen rather. Nothing if there is no such choice: that is proved.
std::optional<std::vector<std::pair<int, int>>> choose_pairs(
    const std::vector<int>& wanted, const std::vector<std::pair<int, int>>& pairs);

/// Visits of which each branch makes as many as it gets, `each`, and no two inspect each other.
/// Nothing if there are none, which is proved; that is no hard question where whoever may inspect
/// another may be inspected by it: a choice of pairs, each branch in 2·`each` of them, can always
/// be given directions. Cheap pairs are chosen rather, and directions are the cheapest.
///
/// `priced`: each visit once, and its reverse.
std::optional<std::vector<Visit>> visits_by_pairs(const std::vector<int>& each,
                                                  const std::vector<PricedVisit>& priced);

}  // namespace sihu
