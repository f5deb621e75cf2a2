#pragma once

#include "check/overview.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// Something that a branch, or a person, lost points by in a quarter: an item of its checks, or a
/// topic of its tests.
struct LearningCost {
  const Item* item = nullptr;  ///< of a checklist that must outlive it; nullptr: a topic
  std::string checklist;       ///< of the item
  Rational score;              ///< 0 to 100: the share of the points that was earned
  Rational cost;               ///< points of the quarter's total that are lost by it
  std::string topic = {};      ///< as banks call it; empty: of questions that name none
  int questions = 0;           ///< of the topic that were missed, each counted once

  bool is_topic() const { return item == nullptr; }
};

/// What each branch lost points by, by its id, dearest first.
using BranchCosts = std::map<std::string, std::vector<LearningCost>>;

/// Tells things to learn apart, within all of a quarter: `dues/DF-02` for an item, `:fire` for a
/// topic.
std::string learning_key(const LearningCost& cost);
std::string topic_key(const std::string& topic);

/// Brings costs of another kind into the one order: dearest first, items before topics, then by
/// checklist and id.
void add_costs(std::vector<LearningCost>& into, const std::vector<LearningCost>& more);

/// The items of each branch, by its id: those that were answered and count, dearest first, then by
/// checklist and item.
///
/// An item costs the share of its points that was lost, times what the item is of all that was
/// inspected at the branch, times what `check` weighs in the quarter: items of different
/// checklists can be compared, and mending one gains that much of the total. Where inspectors of
/// several branches have each inspected a checklist the mean of their sheets counts, as in a tally.
BranchCosts item_costs(const std::vector<CheckSummary>& checks, const Rational& check_weight);

}  // namespace sihu
