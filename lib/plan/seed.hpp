#pragma once

#include "wording/result.hpp"

#include <string>

namespace sihu {

/// Whether lots can be drawn by `seed`, a text that somebody gives: `Kind::usage` where nothing is
/// in it, or a character that can't be seen or written into a plan, so that nobody could draw by it
/// again. It must be well-formed UTF-8.
Result<void> check_seed(const std::string& seed);

}  // namespace sihu
