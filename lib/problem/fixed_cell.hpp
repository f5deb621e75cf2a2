#pragma once

#include "problem/returned.hpp"

#include <vector>

namespace sihu {

/// A warning (`fixed-cell`) for each cell of a returned ledger that somebody changed though its
/// column is only there to be read: 严重程度, 整改时限, 回头看结果, 状态. What such a cell had on
/// an earlier day is no change, and neither is the status that the row itself asks for.
std::vector<Fault> fixed_cell_warnings(const ReturnedRow& row, const Problem& problem,
                                       const Rectification& facts);

}  // namespace sihu
