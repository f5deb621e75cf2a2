#pragma once

#include "store/verify.hpp"

namespace sihu {

/// Holds the ledger's seals against its bytes: what a seal holds must stand; what grew or came
/// since is said of each in `found.seals`.
void check_seals(const Workspace& workspace, Verification& found);

}  // namespace sihu
