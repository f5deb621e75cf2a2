#include "learn/costs.hpp"

#include "check/counted.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool tells_something(const ItemLine& line) {
  return line.counts && line.answer && !line.scaled_points.is_zero();
}

// What the sheets of one checklist say of one item.
struct SheetsOfItem {
  const Item* item = nullptr;
  Rational shares;  // of its points, of each sheet that answered it
  Rational points;  // what it is of the checklist, on each of them
  int sheets = 0;
};

void add_items(std::vector<LearningCost>& into, const CountedCheck& counted) {
  std::map<std::string, SheetsOfItem> items;
  for (const CheckSummary* check : counted.inspections)
    for (const ItemLine& line : check->score.items) {
      if (!tells_something(line)) continue;
      SheetsOfItem& said = items[line.item->id];
      said.item = line.item;
      said.shares += line.scaled_earned / line.scaled_points;
      said.points += line.scaled_points;
      ++said.sheets;
    }
  for (const auto& [id, said] : items) {
    const Rational share = said.shares / Rational(said.sheets);
    into.push_back({said.item, counted.all.front()->key.checklist, Rational(100) * share,
                    (Rational(1) - share) * said.points / Rational(said.sheets)});
  }
}

bool is_dearer(const LearningCost& a, const LearningCost& b) {
  if (a.cost != b.cost) return a.cost > b.cost;
  if (a.is_topic() != b.is_topic()) return b.is_topic();
  return learning_key(a) < learning_key(b);
}

}  // namespace

std::string topic_key(const std::string& topic) {
  return ":" + topic;
}

std::string learning_key(const LearningCost& cost) {
  return cost.is_topic() ? topic_key(cost.topic) : cost.checklist + "/" + cost.item->id;
}

void add_costs(std::vector<LearningCost>& into, const std::vector<LearningCost>& more) {
  into.insert(into.end(), more.begin(), more.end());
  std::ranges::sort(into, is_dearer);
}

BranchCosts item_costs(const std::vector<CheckSummary>& checks, const Rational& check_weight) {
  BranchCosts branches;
  std::map<std::string, Rational> full;
  std::map<std::string, std::vector<const CheckSummary*>> own;
  for (const CheckSummary& check : checks) own[check.key.branch].push_back(&check);
  for (const auto& [branch, inspected] : own)
    for (const CountedCheck& counted : counted_checks(inspected)) {
      if (counted.full().is_zero()) continue;
      add_items(branches[branch], counted);
      full[branch] += counted.full();
    }
  for (auto& [branch, items] : branches) {
    for (LearningCost& item : items) item.cost *= check_weight / full.at(branch);
    std::ranges::sort(items, is_dearer);
  }
  return branches;
}

}  // namespace sihu
