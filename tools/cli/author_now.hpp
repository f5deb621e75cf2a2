#pragma once

#include "store/workspace.hpp"
#include "tools/cli/world.hpp"

namespace sihu {

/// The author, with what the machine's clock says now: a conversation may take an hour, and each
/// line has the time at which it was written, not the one at which the command began.
inline Author as_of_now(Author author, const World& world) {
  author.clock = world.clock();
  return author;
}

}  // namespace sihu
