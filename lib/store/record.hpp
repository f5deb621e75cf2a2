#pragma once

#include "store/lock.hpp"
#include "store/workspace.hpp"

#include <chrono>
#include <functional>

namespace sihu {

/// `Workspace::record`, waiting for the lock as long as `patience` says.
Result<Receipt> record_within(const Workspace& workspace, const Author& author,
                              const Decide& decide, std::chrono::milliseconds patience);

}  // namespace sihu
