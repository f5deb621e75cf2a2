#pragma once

#include "tally/rank_range.hpp"
#include "tally/tally.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// What has to be said of the ranking in words: what is missing for all, what decides nothing, what
/// is provisional, what the ranges mean, and how many may be first just as well. A sentence a line.
std::vector<Phrase> tally_words(const Tally& tally, std::optional<RangeBasis> basis,
                                std::optional<Quarter> earlier);

/// Why a branch has no rank, or what its total lacks; empty: nothing to say.
Phrase row_words(const Tally& tally, const TallyRow& row);

}  // namespace sihu
