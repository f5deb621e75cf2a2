#pragma once

#include "tally/drawn_totals.hpp"
#include "tally/tally.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace sihu {

/// What the ranges of ranks rest on, and so what they mean.
enum class RangeBasis {
  residuals,    ///< what inspectors' scores leave unexplained, drawn anew (METHODS: Efron 1979)
  items,        ///< each branch's own items, and problems that fell due, drawn anew; the rest of
                ///< the parts in both cases normally, around their scores by their standard errors
  closed_form,  ///< standard errors of the totals, no drawing
};

/// The words for what was drawn, and how often, to rank so many branches.
Phrase range_words(RangeBasis basis, std::size_t ranked);

/// More branches than this are not drawn but worked out.
inline constexpr std::size_t most_drawn = 200;

/// How often is drawn to rank so many: so often that two draws lie in the tail beyond each end of a
/// range, which is the narrower the more branches there are; never fewer than 499.
std::size_t range_draws(std::size_t ranked);

/// How many of its rows are ranked.
std::size_t ranked_in(const Tally& tally);

/// Whether so many of its rows are ranked that nothing is drawn: then `add_ranges` needs nothing
/// to draw from.
bool has_too_many_to_draw(const Tally& tally);

/// Gives each ranked row a range of ranks, so wide that all ranges hold at once nine times in ten:
/// of n rows each from the 5/n % to the 100 - 5/n % place of `range_draws` draws (Bonferroni), its
/// own rank always among them; above 12 rows from the least to the greatest rank drawn, as drawn
/// ranks of many keep too near the middle. Says what was drawn: the residuals of the inspectors'
/// scores where these tie all ranked branches together and leave enough degrees of freedom, else
/// the branches' own items (of a check with full marks, or none, one in n + 2 items is otherwise:
/// few items say little). More than 200 ranked branches: `range_by_errors`. The seed is that of the
/// quarter's text, so that the ranges can be had again. Ranks are counted as those of the list are,
/// ties too.
RangeBasis add_ranges(Tally& tally, const std::map<std::string, DrawnBranch>& branches,
                      const InspectedScores& scores);

/// The same from standard errors: behind all whose total is significantly higher, before all that
/// are significantly lower, each of the n(n - 1)/2 pairs being tested at 10 % by their number
/// (Bonferroni).
void add_ranges_by_errors(Tally& tally);

}  // namespace sihu
