#pragma once

#include "learn/practice.hpp"
#include "report/table.hpp"

#include <functional>
#include <string>
#include <vector>

namespace sihu {

/// What items are called: an id of which no checklist knows stays as it is.
using ItemTitle = std::function<Phrase(const std::string& item)>;

/// A row for each practice. Keys, a stable contract: `on branch branch_name item title note
/// evidence by by_name`.
Table practice_table(const std::vector<Practice>& practices, const Organisation& organisation,
                     const ItemTitle& title);

}  // namespace sihu
