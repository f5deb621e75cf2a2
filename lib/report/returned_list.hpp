#pragma once

#include "gate/csv.hpp"
#include "problem/returned.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// A rectification ledger that came back: the rows of a sheet with the headings of
/// `rectification_table`, in either language or as keys, in any order. Columns that it does not
/// have are in `others`, as they are called.
struct ReturnedSheet {
  std::vector<ReturnedRow> rows;
  std::vector<std::string> others;
};

/// `Kind::input`: no column of ids, none that is taken back, two headings that are the same column,
/// or rows of another length than the head.
Result<ReturnedSheet> returned_sheet(const Sheet& sheet, std::string_view name);

/// What a plan records, a row each. Keys: `id branch_name step about to due on text evidence cell`.
Table returned_table(const ReturnedPlan& plan, const ListContext& context);

}  // namespace sihu
