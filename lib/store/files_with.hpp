#pragma once

#include "ledger/file.hpp"
#include "ledger/redaction.hpp"
#include "store/workspace.hpp"

#include <string_view>
#include <vector>

namespace sihu {

/// The ledger files in whose bytes `text` occurs, read whole; the others are only looked through.
/// For lines that are few among millions. Failures as `read_ledger_files`, of those files.
Result<std::vector<LedgerFile>> read_files_with(const Workspace& workspace, std::string_view text);

/// What lines of the ledger as it is now say is hidden, wherever they stand. Failures as above.
Result<Redactions> redactions_now(const Workspace& workspace);

}  // namespace sihu
