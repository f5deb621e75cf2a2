#pragma once

#include "report/table.hpp"
#include "review/result.hpp"
#include "review/state.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sihu {

/// The reviews of a quarter, ready to be shown.
struct ReviewList {
  const ReviewState& state;  ///< what was recorded
  const Organisation& organisation;
  ReviewMethod method = ReviewMethod::mean;
  std::size_t least = least_sheets;
  std::vector<ReviewResult> results = {};  ///< of every branch; empty: sheets could not be opened
  std::vector<std::vector<std::string>> groups = {};  ///< branches that share reviewers
  std::size_t locked = 0;                             ///< sheets whose key is not here

  const RecordedReview* find_recorded(const std::string& branch) const;
  std::int64_t sheets_about(const std::string& branch) const;
  /// Whether the sheets are not those any more that the result was made of: what changed since
  /// would show by the comments whose it is.
  bool changed_since(const RecordedReview& recorded) const;
  Phrase name_of(const std::string& branch) const;
};

/// A row for each branch. Keys, a stable contract: `branch branch_name method sheets value error
/// low high mean state comments`; `state` is `told`, `recorded`, `few`, `not-fitted` or `sealed`;
/// `comments` is null where sheets could not be opened, and empty where there are none, or too few
/// to be shown; `mean` is null where it would show too much (`told_mean`). A recorded result is
/// shown as it was recorded. No row says who gave what.
Table review_table(const ReviewList& list);

/// What was said about a branch, by nobody knows whom.
struct CommentedBranch {
  Phrase heading;  ///< says which branch
  std::vector<std::string> comments;
};

/// The branches that have enough comments to be shown.
std::vector<CommentedBranch> commented_branches(const ReviewList& list);

}  // namespace sihu
