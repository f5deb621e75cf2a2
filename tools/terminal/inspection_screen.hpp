#pragma once

#include "tools/terminal/inspection_session.hpp"
#include "tools/terminal/screen.hpp"

#include <string_view>

namespace sihu {

/// The inspection on a full screen, until somebody leaves it. Every answer is durable before the
/// next key is taken. The session has begun; `before` is what was said then.
Exit inspect_on_screen(World& world, InspectionSession& session, std::unique_ptr<Screen> screen,
                       std::string_view title, std::string_view before);

}  // namespace sihu
