#include "statistics/clean_sheet.hpp"

#include "statistics/false_discovery.hpp"
#include "statistics/matrix.hpp"
#include "statistics/special.hpp"

#include <algorithm>
#include <numeric>

namespace sihu {
namespace {

// How often each item (column) was found failing and asked, by inspector (row); the last row is of
// all of them.
struct ItemTallies {
  Matrix found;
  Matrix asked;
};

ItemTallies tally(const std::vector<InspectionSheet>& sheets) {
  const SheetCounts counts = count_in(sheets);
  ItemTallies tallies{Matrix(counts.inspectors + 1, counts.items),
                      Matrix(counts.inspectors + 1, counts.items)};
  for (const InspectionSheet& sheet : sheets)
    for (std::size_t item = 0; item < sheet.items.size(); ++item)
      for (const std::size_t row : {sheet.inspector, counts.inspectors}) {
        tallies.found(row, item) += is_finding(sheet.items[item]);
        tallies.asked(row, item) += sheet.items[item] != Seen::not_asked;
      }
  return tallies;
}

std::vector<double> chances(const InspectionSheet& sheet, const ItemTallies& tallies) {
  const std::size_t all = tallies.found.rows() - 1;
  std::vector<double> list;
  for (std::size_t item = 0; item < sheet.items.size(); ++item) {
    if (sheet.items[item] == Seen::not_asked) continue;
    const double found = tallies.found(all, item) - tallies.found(sheet.inspector, item);
    const double asked = tallies.asked(all, item) - tallies.asked(sheet.inspector, item);
    list.push_back((found + 0.5) / (asked + 1));
  }
  return list;
}

}  // namespace

std::vector<CleanSheet> judge_sheets(const std::vector<InspectionSheet>& sheets) {
  const ItemTallies tallies = tally(sheets);
  std::vector<CleanSheet> judged;
  std::vector<double> p;
  for (const InspectionSheet& sheet : sheets) {
    const auto list = chances(sheet, tallies);
    const auto counts = success_counts(list);
    CleanSheet clean;
    clean.found = count_findings(sheet);
    clean.expected = std::accumulate(list.begin(), list.end(), 0.0);
    const auto behind = counts.begin() + static_cast<std::ptrdiff_t>(clean.found) + 1;
    clean.p = std::min(1.0, std::accumulate(counts.begin(), behind, 0.0));
    p.push_back(clean.p);
    judged.push_back(clean);
  }
  const auto q = false_discovery_rates(p);
  for (std::size_t i = 0; i < q.size(); ++i) judged[i].q = q[i];
  return judged;
}

}  // namespace sihu
