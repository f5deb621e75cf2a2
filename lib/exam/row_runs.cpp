#include "exam/row_runs.hpp"

#include <algorithm>

namespace sihu {

void add_row(std::vector<RowRun>& runs, std::size_t row, const Place& place) {
  if (runs.empty() || runs.back().last + 1 != row) runs.push_back({place, place.line, row, row});
  runs.back().last = row;
  runs.back().last_line = place.line;
}

std::vector<Fault> at_each_run(const Fault& fault, const std::vector<RowRun>& runs) {
  if (runs.empty()) return {fault};
  std::vector<Fault> faults;
  for (const RowRun& run : runs) {
    Fault one = fault;
    one.place = run.first;
    if (run.last_line > run.first.line)
      one.what =
          phrase(Text{"{0}（到第 {1} 行）", "{0} (through line {1})"}, fault.what, run.last_line);
    faults.push_back(std::move(one));
  }
  return faults;
}

std::vector<RowRun> joined(std::vector<RowRun> runs) {
  std::ranges::sort(runs, {}, &RowRun::from);
  std::vector<RowRun> whole;
  for (const RowRun& run : runs) {
    if (whole.empty() || whole.back().last + 1 != run.from) {
      whole.push_back(run);
    } else {
      whole.back().last = run.last;
      whole.back().last_line = run.last_line;
    }
  }
  return whole;
}

std::string lines_of(const std::vector<RowRun>& runs) {
  std::string lines;
  for (const RowRun& run : runs) {
    if (!lines.empty()) lines += ", ";
    lines += std::to_string(run.first.line);
    if (run.last_line > run.first.line) lines += '-' + std::to_string(run.last_line);
  }
  return lines;
}

}  // namespace sihu
