#pragma once

#include "statistics/ratings.hpp"
#include "tally/check_part.hpp"
#include "tally/rectification_part.hpp"
#include "tally/tally.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// What the ranges of ranks rest on, and so what they mean.
enum class RangeBasis {
  residuals,    ///< what inspectors' scores leave unexplained, drawn anew (METHODS: Efron 1979)
  items,        ///< each branch's own items, and problems that fell due, drawn anew; the rest of
                ///< the parts in both cases normally, around their scores by their standard errors
  closed_form,  ///< standard errors of the totals, no drawing
};

/// The words for what was drawn.
const Text& wording(RangeBasis basis);

/// More branches than this are not drawn but worked out.
inline constexpr std::size_t most_drawn = 200;
inline constexpr std::size_t range_draws = 499;

/// Whether so many of its rows are ranked that nothing is drawn: then `add_ranges` needs nothing
/// to draw from.
bool has_too_many_to_draw(const Tally& tally);

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

/// Gives each ranked row a range of ranks, so wide that all ranges hold at once nine times in ten:
/// of n rows each from the 5/n % to the 100 - 5/n % place of 499 draws (Bonferroni), its own rank
/// always among them; above 25 rows these are the least and the greatest rank drawn. Says what was
/// drawn: the residuals of the inspectors' scores where these tie all
/// ranked branches together and leave enough degrees of freedom, else the branches' own items (of a
/// check with full marks, or none, one in n + 2 items is otherwise: few items say little). More
/// than 200 ranked branches: `range_by_errors`. The seed is that of the quarter's text, so that the
/// ranges can be had again. Ranges count places (1, 2, 2, 4), whatever numbers ties get.
RangeBasis add_ranges(Tally& tally, const std::map<std::string, DrawnBranch>& branches,
                      const InspectedScores& scores);

/// The same from standard errors: behind all whose total is significantly higher, before all that
/// are significantly lower, each of the n(n - 1)/2 pairs being tested at 10 % by their number
/// (Bonferroni).
void add_ranges_by_errors(Tally& tally);

}  // namespace sihu
