#pragma once

#include "calendar/period.hpp"
#include "report/merge_summary.hpp"
#include "store/merge_files.hpp"
#include "store/workspace.hpp"

#include <optional>

namespace sihu {

/// The newest quarter that the ledger rightfully says was archived. Looks through the bytes of all
/// files, so only where a quarter arrives that is not here.
Result<std::optional<Quarter>> archived_until(const Workspace& workspace);

/// Drops from a merge the files of quarters that were archived, by a line that is here, or, once
/// they are made ready, by one that arrives; a quarter of which something is still here is merged
/// as ever. Says which in `summary`.
Result<void> skip_archived(const Workspace& workspace, FileMerge& files, MergeSummary& summary);

}  // namespace sihu
