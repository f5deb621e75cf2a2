#pragma once

#include "problem/forgetting.hpp"
#include "store/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What became of evidence that was to be removed.
struct EvidenceRemoval {
  Removal removal;                   ///< as the ledger has it
  bool recorded = false;             ///< by this call; else somebody had decided so before
  std::vector<std::string> deleted;  ///< files that this call deleted
  std::vector<Fault> notes;          ///< of recording
};

/// The name that `typed` is the beginning of (six digits at least, `evidence/` before them and an
/// ending behind them or not). `Kind::input`, with the nearest or the candidates, if there is none
/// or are several.
Result<std::string> find_evidence_name(std::string_view typed,
                                       const std::vector<std::string>& names);

/// Records that evidence is removed and then deletes it. Stopped in between, the same call again
/// finishes it and records nothing. Failures as `Workspace::record`, `remove_evidence` and
/// `find_evidence_name`.
Result<EvidenceRemoval> forget_evidence(const Workspace& workspace, const Author& author,
                                        std::string_view typed, std::string_view reason);

/// Deletes the files of `evidence/` that have the hash in `name`, whatever their ending, and
/// flushes the folder. Gives their names. `Kind::environment`.
Result<std::vector<std::string>> delete_evidence(const std::filesystem::path& root,
                                                 std::string_view name);

}  // namespace sihu
