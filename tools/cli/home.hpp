#pragma once

#include "tools/cli/world.hpp"

namespace sihu {

/// `sihu` alone, in a workspace: what waits for who asks, with the command for each; lines in a
/// pipe. Whoever has not said who it is gets told how.
Exit show_home(World& world);

/// Whether there is a workspace here, sound or not.
bool is_in_workspace(const World& world);

}  // namespace sihu
