#pragma once

#include "statistics/sheets.hpp"
#include "support/numbers.hpp"

#include <string>
#include <vector>

namespace sihu::test {

/// `0` passed, `1` found, `P` found and there before, `?` found and undated, `-` not asked.
inline std::vector<Seen> seen(const std::string& items) {
  std::vector<Seen> list;
  for (const char c : items)
    list.push_back(c == '0'   ? Seen::passed
                   : c == '1' ? Seen::found
                   : c == 'P' ? Seen::found_old
                   : c == '?' ? Seen::found_undated
                              : Seen::not_asked);
  return list;
}

/// The sheets of the reference: four quarters of twelve inspectors, the fourth and the ninth of
/// whom look away.
inline std::vector<InspectionSheet> reference_sheets() {
  std::vector<InspectionSheet> sheets;
  for (const auto& row : read_rows("statistics/reference/detect/inspections.csv"))
    sheets.push_back({static_cast<std::size_t>(row[0].back() - '0'), number_of(row[1], 0),
                      number_of(row[2], 0), seen(row[4])});
  return sheets;
}

inline Node detect_reference() {
  return read_reference("statistics/reference/detect/expected_detect.json");
}

/// The number under `key` in a row of the reference.
inline double field_of(const Node& row, const std::string& key) {
  return number(at(row, key));
}

}  // namespace sihu::test
