#pragma once

#include "statistics/ratings.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// Branches and inspectors that visits tie together: only within such a group can lenient
/// inspectors be told from good branches. Both lists ascend; a branch or inspector without a rating
/// is a group of its own.
struct RatingGroup {
  std::vector<std::size_t> branches;
  std::vector<std::size_t> inspectors;
};

/// The groups, in the order of their first branch; those without a branch last.
std::vector<RatingGroup> rating_groups(const Ratings& ratings);

/// The ratings of one group, whose branches and inspectors are numbered anew by their place in it.
Ratings ratings_within(const Ratings& ratings, const RatingGroup& group);

/// An inspector at a branch, by their numbers.
struct Encounter {
  std::size_t inspector = 0;
  std::size_t branch = 0;
};

/// The fewest visits that would tie all groups together, one less than there are groups: each ties
/// one more to the one with the most inspectors. Nobody is sent to the own branch (`homes`, empty:
/// nobody has one); a group that can't be reached otherwise is left out.
std::vector<Encounter> visits_that_join(std::vector<RatingGroup> groups, const HomeBranches& homes);

}  // namespace sihu
