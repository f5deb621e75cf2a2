#pragma once

#include "calendar/period.hpp"
#include "report/merge_summary.hpp"
#include "store/merge_files.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace sihu {

/// The newest quarter that the ledger at `root` says was archived. Looks through the bytes of all
/// files, so only where a quarter arrives that is not here.
Result<std::optional<Quarter>> archived_until(const std::filesystem::path& root);

/// The same for the whole lines of one file.
std::optional<Quarter> archived_until(std::string_view whole_lines);

/// Drops from a merge the files of quarters that were archived, by a line that is here, or, once
/// they are made ready, by one that arrives; a quarter of which something is still here is merged
/// as ever. Says which in `summary`.
Result<void> skip_archived(const std::filesystem::path& root, FileMerge& files,
                           MergeSummary& summary);

}  // namespace sihu
