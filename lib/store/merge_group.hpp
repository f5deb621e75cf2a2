#pragma once

#include "ledger/outline.hpp"
#include "ledger/union.hpp"
#include "report/merge_summary.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace sihu {

/// A copy of a ledger file, somewhere on disk.
struct FileCopy {
  std::filesystem::path file;
  std::string shown;
  std::string stored_as;  ///< its name in the workspace; empty: it arrives
  Outline outline;
  bool may_forget = true;  ///< false: it was read, and no line in it has anything forgotten
  bool omits = false;      ///< it was read, and has lines left out: it is an extract
};

/// All copies of one file, and what becomes of them.
struct FileGroup {
  std::string plain;             ///< `ledger/2026Q4/zb03.k7m2qx.tsv`
  std::vector<FileCopy> copies;  ///< the stored ones first
  std::vector<Fault> notes;
  Union united;
  MergedFile merged;

  bool changes() const { return !united.place.empty() || !united.remove.empty(); }
};

/// Whether a copy is another than all that are stored.
bool is_new(const FileGroup& group, const FileCopy& copy);

/// Whether something new arrives, or several copies are stored: a merge that was interrupted may
/// have left a name that is no longer used.
bool needs_work(const FileGroup& group);

/// Finds what the union of the copies is, and what that changes. A copy that is alone needs no look
/// at its bytes. Where copies part at a damaged line, all that is wrong with any of them.
Result<void> decide_group(FileGroup& group);

}  // namespace sihu
