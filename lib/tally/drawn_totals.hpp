#pragma once

#include "statistics/ratings.hpp"
#include "tally/check_part.hpp"
#include "tally/rectification_part.hpp"
#include "tally/tally.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sihu {

/// Points that a branch could have got, and got.
struct DrawnItem {
  double points = 0;
  double earned = 0;
};

/// A check to draw from.
struct DrawnCheck {
  double full = 0;
  std::vector<DrawnItem> items;
};

/// What a branch's score is drawn from.
struct DrawnBranch {
  std::vector<DrawnCheck> checks;
  int due = 0;      ///< problems that make the score of rectification
  int in_time = 0;  ///< of them
};
DrawnBranch drawn_branch(const CheckPart& check, const RectificationPart& rectification);

/// All scores that inspectors gave; branches by number, in the order of `branches`.
struct InspectedScores {
  std::vector<std::string> branches;
  std::vector<std::string> inspectors;
  Ratings ratings;
};

/// Whether inspectors' scores alone tell how uncertain all that is ranked is.
bool ties_together(const std::vector<const TallyRow*>& rows, const InspectedScores& scores);

/// Totals of rows, in their order, in points.
using Totals = std::vector<double>;

/// How often, from which seed.
struct TotalDraws {
  std::size_t draws = 0;
  std::uint64_t seed = 0;
};

/// Totals drawn anew from what inspectors' scores leave unexplained, where these tie the rows
/// together (`ties_together`); of other parts than the check by their standard errors.
std::vector<Totals> draw_residuals(const std::vector<const TallyRow*>& rows, const Tally& tally,
                                   const InspectedScores& scores, TotalDraws how);

/// Totals drawn anew from each branch's own items and from its problems that fell due; of the other
/// parts by their standard errors. `branches` has all of the rows.
std::vector<Totals> draw_items(const std::vector<const TallyRow*>& rows, const Tally& tally,
                               const std::map<std::string, DrawnBranch>& branches, TotalDraws how);

}  // namespace sihu
