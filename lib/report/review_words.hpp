#pragma once

#include "report/review_list.hpp"

#include <vector>

namespace sihu {

/// What has to be said beside the table of reviews: too few sheets, what is withheld and why,
/// classes weighed together, groups that can't be compared, sheets that came after a result.
std::vector<Phrase> review_words(const ReviewList& list);

/// That nobody has handed in a sheet of `quarter` and nothing is recorded, and what to do; empty:
/// there is something.
Phrase nothing_handed_in(const ReviewList& list, Quarter quarter);

/// That groups of branches share no reviewer, so that not even scores without leniency tell which
/// is better. `groups` are the names in each, two groups at least.
Phrase groups_apart(const std::vector<Phrase>& groups);

}  // namespace sihu
