#pragma once

#include "tally/tally.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A tally as `sihu tally --format json` wrote it, without its totals and ranks: they are made
/// anew, and have to come to what was written.
struct WrittenTally {
  std::string file;
  Quarter quarter;
  TallyRules rules;
  std::vector<TallyEntry> entries;
  std::map<std::string, EarlierResult> earlier = {};  ///< by branch: of the quarter before
};

/// Reads one. All faults at once, with their places, `Kind::input`; keys that are not known are
/// those of a newer sihu. A score that is not its exact one, rounded, or a total that does not come
/// of its row's parts, is a fault: somebody changed one and not the other.
Result<WrittenTally> read_tally(std::string_view text, std::string_view name);

/// Brings tallies of disjoint branches together: the tally of all. `Kind::refused` if a branch is
/// in two of them, or if they are of other quarters or by other rules. What a branch had in the
/// quarter before stays beside it; its rank then does only where there is one tally, since among
/// the branches of another it was none.
Result<Tally> combine_tallies(std::vector<WrittenTally> tallies);

}  // namespace sihu
