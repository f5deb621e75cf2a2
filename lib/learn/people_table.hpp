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

/// Reads a table (CSV, UTF-8); rows whose first cell begins with `#` are for the reader. Columns
/// are also called 编号 姓名 英文名 支部 角色 专兼职 起始, or as `sihu roster --format csv` calls
/// them; what that one reckons (months, hours, terms …) is left alone. A branch is its id or its
/// name, `roles` is `secretary;inspector=2026-02-01` (also 书记；检查人), the day being the role's
/// first; `duty` also 专职 and 兼职; days are read as `written_date` reads them.
///
/// All faults of the file in one run, `Kind::input`, with their places: columns, ids, branches,
/// roles, duties and days that there are not; an id twice; an id that sihu.yaml has otherwise (what
/// the row leaves empty, or the day of a role, is not compared).
Result<PeopleTable> load_people(std::string_view text, std::string_view name,
                                const Organisation& organisation);

}  // namespace sihu
