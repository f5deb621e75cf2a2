#include "learn/costs.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::vector<const Score*> counting_scores(const CheckSummary& check) {
  std::vector<const Score*> scores;
  for (const InspectionSheetScore& sheet : check.sheets) scores.push_back(&sheet.score);
  if (scores.empty()) scores.push_back(&check.score);
  std::erase_if(scores, [](const Score* score) { return !score->total; });
  return scores;
}

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

void add_items(std::vector<ItemCost>& into, const CheckSummary& check) {
  std::map<std::string, SheetsOfItem> items;
  for (const Score* score : counting_scores(check))
    for (const ItemLine& line : score->items) {
      if (!tells_something(line)) continue;
      SheetsOfItem& said = items[line.item->id];
      said.item = line.item;
      said.shares += line.scaled_earned / line.scaled_points;
      said.points += line.scaled_points;
      ++said.sheets;
    }
  for (const auto& [id, said] : items) {
    const Rational share = said.shares / Rational(said.sheets);
    into.push_back({said.item, check.key.checklist, Rational(100) * share,
                    (Rational(1) - share) * said.points / Rational(said.sheets)});
  }
}

bool is_dearer(const ItemCost& a, const ItemCost& b) {
  if (a.cost != b.cost) return a.cost > b.cost;
  if (a.checklist != b.checklist) return a.checklist < b.checklist;
  return a.item->id < b.item->id;
}

}  // namespace

std::map<std::string, std::vector<ItemCost>> item_costs(const std::vector<CheckSummary>& checks,
                                                        const Rational& check_weight) {
  std::map<std::string, std::vector<ItemCost>> branches;
  std::map<std::string, Rational> full;
  for (const CheckSummary& check : checks) {
    if (check.key.self || counting_scores(check).empty() || check.score.done == 0) continue;
    add_items(branches[check.key.branch], check);
    full[check.key.branch] += check.score.full;
  }
  for (auto& [branch, items] : branches) {
    for (ItemCost& item : items) item.cost *= check_weight / full.at(branch);
    std::ranges::sort(items, is_dearer);
  }
  return branches;
}

}  // namespace sihu
