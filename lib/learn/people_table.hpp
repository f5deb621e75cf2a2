#pragma once

#include "document/organisation.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// People of a table as they go into sihu.yaml.
struct PeopleTable {
  std::vector<Person> fresh;  ///< that sihu.yaml does not have, in the order of the rows
  int known = 0;              ///< rows of people whom it has just so
};

/// `id name name_en branch roles duty since`; the first two must be there.
const std::vector<std::string>& people_columns();

/// Reads a table (CSV, UTF-8); rows whose first cell begins with `#` are for the reader. `roles` is
/// `secretary;inspector=2026-02-01`, the day being the role's first; `duty` also 专职 and 兼职.
///
/// All faults of the file in one run, `Kind::input`, with their places: columns, ids, branches,
/// roles, duties and days that there are not; an id twice; an id that sihu.yaml has otherwise (what
/// the row leaves empty is not compared).
Result<PeopleTable> load_people(std::string_view text, std::string_view name,
                                const Organisation& organisation);

}  // namespace sihu
