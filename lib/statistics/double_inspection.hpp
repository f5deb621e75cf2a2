#pragma once

#include <cstddef>
#include <optional>

namespace sihu {

/// What two teams found independently at the same place.
struct DoubleCount {
  std::size_t first = 0;   ///< by the first team
  std::size_t second = 0;  ///< by the second
  std::size_t both = 0;    ///< by both; at most either
};

/// How many there are in all, and how good each team is.
struct DoubleInspection {
  double total = 0;                      ///< findings there are (Chapman 1951)
  double error = 0;                      ///< its standard error
  std::optional<double> first_detects;   ///< share of the second's findings that the first has too
  std::optional<double> second_detects;  ///< and the other way round
};
DoubleInspection compare_teams(const DoubleCount& count);

/// How many sheets to check again so that a fault in a `share` (above 0, below 1) of all sheets is
/// seen with `probability`.
std::size_t sheets_to_recheck(double share, double probability = 0.95);

}  // namespace sihu
