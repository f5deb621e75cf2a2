#pragma once

#include "base/place.hpp"
#include "wording/fault.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sihu {

/// Rows of a table that follow one another and are about the same.
struct RowRun {
  Place first;           ///< of the first of them
  int last_line = 0;     ///< of the last of them
  std::size_t from = 0;  ///< numbers of the first and the last row, counted without comments
  std::size_t last = 0;
};

/// Adds row number `row`, which stands at `place`: to the last run, where it follows it.
void add_row(std::vector<RowRun>& runs, std::size_t row, const Place& place);

/// The fault once for each run, where that begins, saying up to which line it goes: every row is
/// named, and a hundred that follow one another are one line. Without runs the fault as it is.
std::vector<Fault> at_each_run(const Fault& fault, const std::vector<RowRun>& runs);

/// Runs of several kinds as one, in the order of the table.
std::vector<RowRun> joined(std::vector<RowRun> runs);

/// The lines of all runs: `2-101, 340`.
std::string lines_of(const std::vector<RowRun>& runs);

}  // namespace sihu
