#pragma once

#include "ledger/event.hpp"
#include "store/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A line that decides to forget something, met on the way of a merge.
struct ForgettingLine {
  Event event;
  bool counts = false;  ///< rightful, and signed where sihu.yaml demands it
};

/// The lines called `event_name` in the text of a file, whose torn end is no line. Looked for as
/// bytes: a value can't have a tab in it. `shown` is how messages call the file.
std::vector<ForgettingLine> forgetting_lines(std::string_view text,
                                             std::string_view event_name, const std::string& shown,
                                             const Workspace& workspace);

}  // namespace sihu
