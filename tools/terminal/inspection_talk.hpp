#pragma once

#include "tools/terminal/inspection_session.hpp"

namespace sihu {

/// The inspection as a conversation by lines: on a terminal, or from a pipe. Every answer is
/// durable before the next is asked. The session has begun.
Exit talk(World& world, InspectionSession& session);

/// What Ctrl-C leaves to say, and a signal that ends the program.
Phrase interrupted_but_saved();
Exit say_interrupted(World& world);

}  // namespace sihu
