#pragma once

#include "tally/tally.hpp"

#include <vector>

namespace sihu {

/// What people call a branch in this ranking: `党支部`, or `党支部（b3）` where another one is
/// called the same.
Phrase name_in(const Tally& tally, const TallyRow& row);

/// The first five of some branches, and how many they are.
Phrase listed_rows(const Tally& tally, const std::vector<const TallyRow*>& rows);

/// The same; `all branches` where these are all that
/// have a review.
Phrase reviewed_names(const Tally& tally, const std::vector<const TallyRow*>& rows);

/// Whose standard errors of the reviews are not made of their own sheets. A sentence a line.
std::vector<Phrase> review_error_words(const Tally& tally);

}  // namespace sihu
