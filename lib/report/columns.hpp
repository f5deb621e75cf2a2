#pragma once

#include "report/table.hpp"
#include "wording/result.hpp"

#include <string>
#include <vector>

namespace sihu {

/// The table with these columns alone, by their keys and in that order, for people and for
/// programs. `Kind::usage` for a key that it does not have, with the nearest and all there are.
Result<Table> with_columns(const Table& table, const std::vector<std::string>& keys);

/// `id, branch ,due` as keys.
std::vector<std::string> column_keys(const std::string& list);

/// The table with its rows numbered in a column before the others (`no`, 序号).
Table numbered(Table table);

}  // namespace sihu
