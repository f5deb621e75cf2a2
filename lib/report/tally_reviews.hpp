#pragma once

#include "tally/gather.hpp"

#include <vector>

namespace sihu {

/// That corrected reviews of some branches can't be compared with those of others; empty: they can.
Phrase reviews_apart_words(const QuarterParts& parts);

/// That, and what sheets wait for. A sentence a line.
std::vector<Phrase> tally_review_words(const QuarterParts& parts, Quarter quarter);

}  // namespace sihu
