#pragma once

#include "report/merge_summary.hpp"
#include "store/arrivals.hpp"
#include "store/workspace.hpp"

namespace sihu {

/// The biggest ledger whose problems are folded before and after a merge, to name the events that
/// no longer apply. Of more only the chains are checked: what the lines mean is `sihu verify`'s
/// business.
inline constexpr std::uint64_t most_folded_bytes = 64u << 20;

struct MergeRequest {
  std::vector<MergeSource> sources;
  bool dry_run = false;
  std::uint64_t most_folded = most_folded_bytes;
};

/// Brings the ledger and the evidence of `sources` into the workspace: `unite` for every file that
/// arrives. Documents are compared, not merged. Nothing is merged into an extract
/// (`only-an-extract`, `Kind::refused`); extracts that arrive are held against the whole files
/// (merge_extracts.hpp).
///
/// All or nothing as far as sources go: what is foreign, damaged or newer (`Kind::integrity`) is
/// refused before anything is changed, all faults at once; every line of a file that is to be
/// placed was read before. A file of which a copy of that size and last check is here is not read.
/// Everything is made ready and flushed in
/// `.sihu/merge/`, then renamed into place, evidence first: an interruption loses nothing, and
/// merging again completes it. Holds the workspace's lock for merging and those of the devices
/// whose files it changes.
Result<MergeSummary> merge_into(const Workspace& workspace, const MergeRequest& request);

}  // namespace sihu
