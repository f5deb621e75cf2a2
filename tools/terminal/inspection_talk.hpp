#pragma once

#include "tools/cli/inspection.hpp"

namespace sihu {

/// The inspection as a conversation: on a terminal, or line by line from a pipe. Every answer is
/// durable before the next is asked. With `dry_run` the answers are judged and not recorded.
Exit talk(World& world, Inspection& inspection, const Acting& acting, bool dry_run);

}  // namespace sihu
