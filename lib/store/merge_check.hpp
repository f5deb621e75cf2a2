#pragma once

#include "store/merge_group.hpp"

#include <map>
#include <string>

namespace sihu {

/// Reads all of every file that a merge is about to keep where something changes, on all
/// processors: chain and spelling, as `sihu verify` has them. A copy that is dropped is the
/// beginning of one that is kept. All faults of all files, `Kind::integrity`. Learns on the way
/// which copies can't have anything forgotten (`FileCopy::may_forget`), and which are extracts
/// (`FileCopy::omits`).
Result<void> check_kept(std::map<std::string, FileGroup>& groups);

/// All that is wrong with the copies of a group; nothing when every one is sound.
Result<void> check_copies(FileGroup& group);

/// Faults of a file that is the workspace's own, so that nobody looks for them in a source.
Failure own_failure(Failure failure);

}  // namespace sihu
