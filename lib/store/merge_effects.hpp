#pragma once

#include "report/merge_summary.hpp"
#include "store/arrivals.hpp"
#include "store/merge_files.hpp"
#include "store/workspace.hpp"

namespace sihu {

/// What a merge that was prepared does to the problems: events that applied before, or are new, and
/// do not apply now, and so with reviews and settlements; ids that two problems have; problems
/// that are one; papers drawn twice, as notes; lines that wait; evidence that the files which
/// change name and that is neither here nor among `summary.evidence_brought`.
///
/// Folds the whole ledger twice, so only while it is not more than `most` bytes; else it only says
/// that it did not (`histories_compared`). A ledger here that can't be read is said as a note.
Result<void> compare_histories(const Workspace& workspace,
                               const std::map<std::string, FileGroup>& groups,
                               const std::vector<Arrival>& arrivals, std::uint64_t most,
                               MergeSummary& summary);

}  // namespace sihu
