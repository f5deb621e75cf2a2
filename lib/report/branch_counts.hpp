#pragma once

#include "document/organisation.hpp"
#include "report/table.hpp"
#include "snapshot/quick_fold.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace sihu {

/// How many problems of each branch stand where: branches in the order of sihu.yaml, those it does
/// not know behind them. `again`: how many more findings than problems a branch has, where it has;
/// people see them only where some branch has. Stable keys: `branch branch_name open submitted
/// disputed closed withdrawn total findings`.
Table branch_counts_table(const std::map<std::string, StatusCounts>& counts,
                          const Organisation& organisation,
                          const std::map<std::string, std::uint32_t>& again = {});

}  // namespace sihu
