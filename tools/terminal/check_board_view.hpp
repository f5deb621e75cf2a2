#pragma once

#include "tools/terminal/check_board.hpp"
#include "tools/terminal/picture.hpp"

namespace sihu {

/// The board in a window of that size, at that time. `title`: what is inspected.
///
/// At 80×24 the items stand on the left and the one that is asked beside them; in a narrow window
/// above it. Below: what was said, what is asked, and the keys.
Picture draw_board(const CheckBoard& board, std::string_view title, WindowSize size, Instant now);

}  // namespace sihu
