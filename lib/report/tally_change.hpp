#pragma once

#include "tally/tally.hpp"

#include <vector>

namespace sihu {

/// Which branches' totals are made of other parts than in the quarter before, so that their change
/// is not one of what they did, and which parts those are. A sentence a line.
std::vector<Phrase> change_words(const Tally& tally);

}  // namespace sihu
