#pragma once

#include "store/lock.hpp"
#include "store/workspace.hpp"

#include <chrono>
#include <functional>

namespace sihu {

/// `Workspace::record`, waiting for the lock as long as `patience` says.
Result<Receipt> record_within(const Workspace& workspace, const Author& author,
                              const Decide& decide, std::chrono::milliseconds patience);

/// `Workspace::record` of which `decide` sees only the lines that `read` gives under the lock: all
/// those about the subjects it may write about.
Result<Receipt> record_seeing(const Workspace& workspace, const Author& author,
                              const std::function<Result<Ledger>()>& read, const Decide& decide);

}  // namespace sihu
