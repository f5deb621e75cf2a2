#pragma once

#include "problem/returned.hpp"

#include <vector>

namespace sihu {

/// A warning (`fixed-cell`) for each cell of a returned ledger that somebody changed though its
/// column is only there to be read: 严重程度, 发现日期, 整改时限, 申请销号日期, 复核人, 销号日期,
/// 回头看日期, 回头看结果, 状态; and for 完成日期 without 完成情况. What such a cell had on an
/// earlier day is no change, and neither is what the row itself asks for.
std::vector<Fault> fixed_cell_warnings(const ReturnedRow& row, const Problem& problem,
                                       const Rectification& facts);

}  // namespace sihu
