#pragma once

#include "problem/due.hpp"
#include "report/table.hpp"
#include "snapshot/open_row.hpp"
#include "wording/result.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace sihu {

/// What is asked of `sihu due`.
struct DueQuestion {
  Date today;
  int within = 7;
  bool overdue_only = false;
  std::string branch = {};  ///< empty: all
};

/// Shows open rows one after the other, each until the next.
using EachRow = std::function<Result<void>(const std::function<void(const OpenRow&)>& visit)>;

/// What `render(due_table(…))` gives as CSV or TSV, in the organisation's own language, straight
/// from the rows of a snapshot to `take`, block by block: for answers so long that nobody looks at
/// them. `rows` come in the order of `more_urgent` and hold all that may be listed. True: the
/// answer is bad news. `take` gives false when more is of no use.
Result<bool> write_due_lines(const EachRow& rows, const DueQuestion& question,
                             const Organisation& organisation, const Workdays& workdays,
                             Format format, const std::function<bool(std::string_view)>& take);

}  // namespace sihu
