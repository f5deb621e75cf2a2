#pragma once

#include "report/catalogue.hpp"

namespace sihu {

/// What comes next in a problem's life, by when and by whom, in one sentence without a full stop.
Phrase next_step(const Problem& problem, const ListContext& context);

}  // namespace sihu
