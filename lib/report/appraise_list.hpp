#pragma once

#include "appraise/appraisal.hpp"
#include "report/table.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// What the lists of a half-year show.
struct AppraiseList {
  const Appraisal& appraisal;
  const AppraiseSettings& settings;
  const AppraiseState& state;
  const Checklist& checklist;
  Date today;
  std::optional<HalfYear> earlier = {};  ///< the half-year that changes are against
};

/// The ranking. Keys are a stable contract: `rank person person_name branch` and, for each area of
/// the checklist, `area_ID`; then `areas quarters total grade self rank_low rank_high why held_back
/// change previous done items completeness provisional differing coverage veto newcomer
/// open_appeals state half rules for_reference`, and `total_exact`. Scores are decimals with two
/// places out of 100, of an area in its points; null is what is missing or does not apply, never 0.
Table appraise_table(const AppraiseList& list);

/// Who meets the organisation's own rule for being commended, in the order of ids, which is no
/// ranking. Keys: `person person_name branch grade total overdue half for_reference`.
Table commendation_table(const AppraiseList& list);

/// Who needs help and with what: areas below `help-below`. Keys: `person person_name branch area
/// area_title score points percent items half for_reference`; `items` are those of the area that
/// lack most, at most five.
Table help_table(const AppraiseList& list);

/// What has to be said beside the lists, a sentence a line: what they are for, how final they are,
/// how much is missing, how the quota was filled, what the ranges mean.
std::vector<Phrase> appraise_words(const AppraiseList& list);

}  // namespace sihu
