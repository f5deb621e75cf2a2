#pragma once

#include "report/table.hpp"
#include "tally/gather.hpp"
#include "tally/severity.hpp"

#include <functional>

namespace sihu {

/// What the explanation of one branch's total needs.
struct TallyExplanation {
  const Tally& tally;
  const TallyRow& row;
  const BranchParts& parts;
  const CorrectedScores& corrected;
  const OverviewScene& scene;
  Phrase about_reviews = {};  ///< what keeps reviews from being compared; empty: nothing
  /// In both languages (`title_of`); empty: as the ledger has it.
  std::function<Phrase(const Problem&)> title_of = {};
};

/// From the total down to the ledger's lines. Keys, a stable contract: `level id title score of
/// weight why lines`; `level` is `total`, `part` (`weight` as declared), `corrected` (the check
/// without the inspectors' severity), `check`, `sheet` (of one of several branches), `item` (score
/// and `of` as they count in the check) or `problem`; `lines` are `file:line` of the ledger.
Table tally_explanation(const TallyExplanation& explanation);

}  // namespace sihu
