#pragma once

#include "store/workspace.hpp"

#include <string>

namespace sihu {

/// What a snapshot depends on besides lines: the time zone, and on whose lines they are. One made
/// on another basis says nothing.
std::string basis_of(const Workspace& workspace);

}  // namespace sihu
