#pragma once

#include "check/overview.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// How a branch met an item in a quarter.
struct ItemCost {
  const Item* item = nullptr;  ///< of a checklist that must outlive it
  std::string checklist;
  Rational score;  ///< 0 to 100: the share of the item's points that it earned
  Rational cost;   ///< points of the quarter's total that are lost by it
};

/// The items of each branch, by its id: those that were answered and count, dearest first, then by
/// checklist and item.
///
/// An item costs the share of its points that was lost, times what the item is of all that was
/// inspected at the branch, times what `check` weighs in the quarter: items of different
/// checklists can be compared, and mending one gains that much of the total. Where inspectors of
/// several branches have each inspected a checklist the mean of their sheets counts, as in a tally.
std::map<std::string, std::vector<ItemCost>> item_costs(const std::vector<CheckSummary>& checks,
                                                        const Rational& check_weight);

}  // namespace sihu
