#pragma once

#include "check/explain.hpp"
#include "check/overview.hpp"
#include "report/table.hpp"

namespace sihu {

/// The score sheet of a check, an item a row. Keys, a stable contract: `item area title result
/// points lost earned rule value existed note evidence problem answered_by answered_by_name
/// answered conflict disputed answers`. In a conflict the row is the answer that counts for now,
/// and `answers` has all of them: `p003 pass`, `p004 deduct late*2`.
Table score_sheet(const CheckSummary& check, const OverviewScene& scene);

/// Who said what of each item on which answers differ, and the command that settles it; a line an
/// item, empty when there is none.
Phrase conflict_lines(const CheckSummary& check, const Organisation& organisation);

/// The sum line by line. Keys, a stable contract: `item title points lost earned share_points
/// share_earned gain why`; `share_…` is what the item is worth in the total after rescaling, `gain`
/// what the total would gain if only this item were mended.
Table explanation_table(const Explanation& explanation);

}  // namespace sihu
