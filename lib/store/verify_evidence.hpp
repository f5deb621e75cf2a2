#pragma once

#include "ledger/ledger.hpp"
#include "store/verify.hpp"

#include <filesystem>

namespace sihu {

/// Compares every file in `evidence/` with the hash in its name, and finds what lines refer to
/// (`evidence=` names, `org=` and `doc=` documents) but is not there. Each fault names the lines.
void check_evidence(const std::filesystem::path& root, const Ledger& ledger, Verification& found);

}  // namespace sihu
