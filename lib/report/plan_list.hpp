#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "report/table.hpp"

#include <string_view>

namespace sihu {

/// The rows of a plan, in its order; with `branch` only those that have it on either side. Stable
/// keys: `mutual from from_name to to_name note`; `mutual` is `check`, `review`, `learn` or `test`.
Table plan_table(const PlanFile& plan, const Organisation& organisation, std::string_view branch);

}  // namespace sihu
