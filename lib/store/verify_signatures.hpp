#pragma once

#include "store/ledger_files.hpp"
#include "store/verify.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// Compares every signature with the keys that sihu.yaml gives its person, and looks for steps that
/// need one and have none. What is good goes to `found.signatures`; a wrong one is a fault wherever
/// it stands, one that is missing, revoked or of no known key where sihu.yaml demands it, else a
/// note. `passed` are the files that are sound.
void check_signatures(const Workspace& workspace,
                      const std::vector<std::optional<Result<PassedFile>>>& passed,
                      Verification& found);

}  // namespace sihu
