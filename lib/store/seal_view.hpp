#pragma once

#include "store/workspace.hpp"

namespace sihu {

/// The lines of a workspace that is as a seal holds it (`Workspace::as_sealed`).
Result<Ledger> read_sealed_ledger(const Workspace& workspace);

}  // namespace sihu
