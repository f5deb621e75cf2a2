#pragma once

#include "problem/archiving.hpp"
#include "store/workspace.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// Which quarter is to leave the ledger, and where to.
struct QuarterRequest {
  Quarter quarter;
  std::optional<std::filesystem::path> archive;  ///< nothing: it is discarded
  std::string shown;                             ///< how messages call the archive
  std::string reason;
};

/// What became of it.
struct ForgottenQuarter {
  ArchivedQuarter archived;           ///< as the ledger has it
  bool recorded = false;              ///< by this call; else it was before
  bool deleted = false;               ///< its files, by this call
  std::vector<std::string> evidence;  ///< deleted with it: no other quarter refers to it
  std::vector<Fault> notes;           ///< of recording
};

/// Puts a quarter's ledger files, and the evidence that its lines refer to, into an archive, reads
/// that back and compares it, records `quarter.archive`, and deletes the files and the evidence
/// that no other quarter refers to. Stopped anywhere in between, the same call again finishes it:
/// nothing is deleted before the archive and the line are on the disk, and the files go by one
/// renaming.
///
/// Failures as `Workspace::record` and `check_archivable`; `Kind::input` for a quarter of which
/// there are no files; `Kind::refused` for an archive that exists and is another; `Kind::integrity`
/// when files are there that are not those that were archived.
Result<ForgottenQuarter> forget_quarter(const Workspace& workspace, const Author& author,
                                        const QuarterRequest& request);

}  // namespace sihu
