#pragma once

#include <cstddef>
#include <vector>

namespace sihu {

/// What an inspector recorded of one item.
enum class Seen {
  not_asked,      ///< not applicable, not looked at
  passed,         ///< nothing found
  found,          ///< a finding that did not exist at the last visit
  found_old,      ///< a finding that did exist at the last visit
  found_undated,  ///< a finding of which nobody can say
};

/// One visit's sheet. All sheets have the same items in the same order.
struct InspectionSheet {
  std::size_t visit = 0;  ///< ascending in time, such as the quarter
  std::size_t inspector = 0;
  std::size_t branch = 0;
  std::vector<Seen> items;
};

bool is_finding(Seen seen);
std::size_t count_findings(const InspectionSheet& sheet);
std::size_t count_asked(const InspectionSheet& sheet);

/// One more than the highest number of an inspector, a branch, an item.
struct SheetCounts {
  std::size_t inspectors = 0;
  std::size_t branches = 0;
  std::size_t items = 0;
};
SheetCounts count_in(const std::vector<InspectionSheet>& sheets);

}  // namespace sihu
