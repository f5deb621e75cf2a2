#pragma once

#include "check/score.hpp"

#include <vector>

namespace sihu {

/// One item of an explanation.
struct ExplainedItem {
  ItemLine line;
  std::vector<Phrase> why;  ///< how its points came about, a step each
  Rational gain;            ///< what the total would gain if only this item were mended
};

/// How a score came about. `items` add up to `score.underlying`; a veto then makes the total 0.
struct Explanation {
  Score score;
  std::vector<ExplainedItem> items;
  std::vector<Phrase> totals;  ///< area by area, then the sum
};

Explanation explain_score(const ScoreBasis& basis, const ItemStates& items);

/// What a counted item is measured by: `at least 3 lectures`.
Phrase target_words(const Target& target);

/// `86.5 / 100`, `provisional`, `vetoed`: the score as one phrase, honest about what is missing.
Phrase describe(const Score& score);

}  // namespace sihu
