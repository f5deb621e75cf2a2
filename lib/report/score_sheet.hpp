#pragma once

#include "check/explain.hpp"
#include "check/overview.hpp"
#include "report/table.hpp"

namespace sihu {

/// The score sheet of a check, an item a row. Keys, a stable contract: `item area title result
/// points lost earned rule value existed note evidence problem answered_by answered conflict
/// disputed`.
Table score_sheet(const CheckSummary& check, const OverviewScene& scene);

/// The sum line by line. Keys, a stable contract: `item title points lost earned share_points
/// share_earned gain why`; `share_…` is what the item is worth in the total after rescaling, `gain`
/// what the total would gain if only this item were mended.
Table explanation_table(const Explanation& explanation);

}  // namespace sihu
