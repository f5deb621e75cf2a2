#pragma once

#include "report/table.hpp"
#include "tally/tally.hpp"

namespace sihu {

/// The ranking of a quarter. Its keys are a stable contract: `branch branch_name check review learn
/// test rectification total rank`, then `rank_low rank_high why vetoes done items completeness
/// provisional coverage previous_total previous_rank quarter rules inspections inspections_done
/// not_begun` (inspections that branches are to make for themselves), and of each part and the
/// total `check_exact … total_exact`, `check_error … rectification_error`. Scores are decimals with
/// two places; null is what is missing or does not apply, never 0. `_exact` is the same unrounded,
/// as `173/2`, so that tallies can be added up; `_error` a standard error; `previous_parts` are the
/// parts that `previous_total` is made of; `review_error_from` says whose: `own`, `pooled` or
/// `assumed` (`ReviewErrorFrom`).
Table tally_table(const Tally& tally);

/// What each part weighs and what it really decides. Keys: `component declared nominal effective
/// lowest highest compared`; `nominal` and `effective` are shares of 1, null where nobody has it or
/// nothing tells.
Table component_table(const Tally& tally);

}  // namespace sihu
