#pragma once

#include "report/catalogue.hpp"

namespace sihu {

/// Who may verify a problem that several found: the people of each of them, and the committee.
Phrase who_may_verify(const Problem& problem, const Organisation& organisation);

/// What comes next in a problem's life, by when and by whom, in one sentence without a full stop.
Phrase next_step(const Problem& problem, const ListContext& context);

}  // namespace sihu
