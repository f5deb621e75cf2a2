#pragma once

#include "gate/source.hpp"

#include <string_view>

namespace sihu {

/// Where a key is followed by `：` in `line`, as a column from 1; 0 if it is not.
int find_fullwidth_colon(std::string_view line);

/// What to say about such a key.
Fault fullwidth_colon_fault(const Source& source, const Place& place);

}  // namespace sihu
