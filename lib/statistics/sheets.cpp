#include "statistics/sheets.hpp"

#include <algorithm>

namespace sihu {

bool is_finding(Seen seen) {
  return seen != Seen::not_asked && seen != Seen::passed;
}

std::size_t count_findings(const InspectionSheet& sheet) {
  return static_cast<std::size_t>(std::ranges::count_if(sheet.items, is_finding));
}

std::size_t count_asked(const InspectionSheet& sheet) {
  return sheet.items.size() -
         static_cast<std::size_t>(std::ranges::count(sheet.items, Seen::not_asked));
}

SheetCounts count_in(const std::vector<InspectionSheet>& sheets) {
  SheetCounts counts;
  for (const InspectionSheet& sheet : sheets) {
    counts.inspectors = std::max(counts.inspectors, sheet.inspector + 1);
    counts.branches = std::max(counts.branches, sheet.branch + 1);
    counts.items = std::max(counts.items, sheet.items.size());
  }
  return counts;
}

}  // namespace sihu
