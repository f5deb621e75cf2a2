#pragma once

#include "problem/due.hpp"
#include "report/table.hpp"
#include "snapshot/open_row.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What is asked of `sihu due`.
struct DueQuestion {
  Date today;
  int within = 7;
  bool overdue_only = false;
  std::string branch = {};  ///< empty: all
};

/// The answer as text for programs, and whether it is bad news.
struct DueLines {
  std::string text;
  bool late = false;
};

/// What `render(due_table(…))` gives as CSV or TSV, in the organisation's own language, straight
/// from the rows of a snapshot: for answers so long that nobody looks at them. `rows` are in the
/// order of `more_urgent` and hold all that may be listed.
DueLines due_lines(const std::vector<OpenRow>& rows, const DueQuestion& question,
                   const Organisation& organisation, const Workdays& workdays, Format format);

}  // namespace sihu
