#pragma once

#include "wording/result.hpp"

#include <string>

namespace sihu {

/// Why the system refused, in words, from `errno`.
Phrase system_reason(int error);

/// `what` and the system's reason behind a colon, with what to do about it: `Kind::environment`.
tl::unexpected<Failure> system_failure(std::string name, const Phrase& what, int error);

}  // namespace sihu
