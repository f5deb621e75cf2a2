#pragma once

#include "review/result.hpp"
#include "review/state.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How far single sheets of a quarter lie apart about the same branch: the standard deviation of
/// one sheet, in points, pooled over branches. Of three or four sheets no branch's own error is
/// told; this one says of no branch alone how its sheets differ.

/// Fewer branches than this whose own error is not told have no spread told either: one of them
/// would show through.
inline constexpr std::size_t branches_for_spread = 5;
/// It is told in steps of so many points, upwards.
inline constexpr int spread_step = 5;
/// What is taken where nothing is told: as if sheets lay evenly over all of 0 to 100 (100/√12).
inline constexpr int assumed_spread = 30;

/// What is recorded with the results of a quarter; nothing where that would tell too much. Made of
/// every branch's own error, each weighing its sheets less one.
std::optional<int> told_spread(const std::vector<ReviewResult>& results);

/// Where a standard error of a review comes from.
enum class ReviewErrorFrom {
  own,      ///< the branch's own sheets
  pooled,   ///< the sheets of all branches
  assumed,  ///< `assumed_spread`
};

/// Its code in files, and what people call it.
std::string_view to_string(ReviewErrorFrom from);
const Text& wording(ReviewErrorFrom from);
std::optional<ReviewErrorFrom> parse_review_error_from(std::string_view text);

struct ReviewError {
  double error = 0;  ///< standard error, in points
  ReviewErrorFrom from = ReviewErrorFrom::own;
};

/// The spread that recorded results have: the one recorded with them (of several the greatest);
/// else of the errors that are told, if at least eight sheets more than branches tell it, which
/// everybody can work out. Nothing: nobody knows.
std::optional<double> spread_of(const std::map<std::string, RecordedReview>& results);

/// How uncertain a recorded result is in a ranking: its own error, or spread / √sheets where that
/// is greater (few sheets happen to agree) or none is told.
ReviewError error_of(const RecordedReview& recorded, std::optional<double> spread);

}  // namespace sihu
