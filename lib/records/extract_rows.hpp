#pragma once

#include "document/organisation.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>

namespace sihu {

/// The rows of a table of a register, `records/meetings.csv`, that are of `branch`: its head, and
/// their cells as they were written. UTF-8. `Kind::input` when the table can't be read, or has no
/// column with the branch.
Result<std::string> extract_rows(std::string_view bytes, std::string_view name,
                                 const Branch& branch);

}  // namespace sihu
