#pragma once

#include "report/appraise_list.hpp"

namespace sihu {

/// From somebody's total down to the ledger's lines. Keys, a stable contract: `level id title score
/// of weight self source why lines`; `level` is `total`, `part` (`areas`, `quarters`), `quarter`,
/// `area`, `item`, `veto`, `appeal` or `decision`; `source` says where an item's mark comes from
/// (`none differs hand decision filled published appeal`); `lines` are `file:line` of the ledger.
/// Who gave a mark is not said.
Table appraise_explanation(const AppraiseList& list, const AppraiseRow& row, const Ledger& ledger);

}  // namespace sihu
