#pragma once

#include "document/organisation.hpp"
#include "report/table.hpp"
#include "snapshot/quick_fold.hpp"

#include <map>
#include <string>

namespace sihu {

/// How many problems of each branch stand where: branches in the order of sihu.yaml, those it does
/// not know behind them. Stable keys: `branch branch_name open submitted disputed closed withdrawn
/// total`.
Table branch_counts_table(const std::map<std::string, StatusCounts>& counts,
                          const Organisation& organisation);

}  // namespace sihu
