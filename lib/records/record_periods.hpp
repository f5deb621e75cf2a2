#pragma once

#include "calendar/period.hpp"
#include "document/computed.hpp"

#include <string>
#include <vector>

namespace sihu {

/// A month, quarter, half-year or year in which rows are counted.
struct RecordStretch {
  std::string label;  ///< `2026-10`, `2026Q4`, `2026H2`, `2026`
  Date first;
  Date last;

  /// Nothing more can come: `day` is behind the last one, on which there still is time.
  bool is_over(Date day) const { return day > last; }
};

/// What an inspection of `quarter` on `day` covers: the months of the quarter that have begun, or
/// the quarter, half-year or year it lies in. Never one that is to come.
std::vector<RecordStretch> stretches(RecordPeriod per, Quarter quarter, Date day);

}  // namespace sihu
