#pragma once

#include "tally/tally.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A tally as `sihu tally --format json` wrote it, without its totals and ranks: they are made
/// anew.
struct WrittenTally {
  std::string file;
  Quarter quarter;
  TallyRules rules;
  std::vector<TallyEntry> entries;
};

/// Reads one. All faults at once, with their places, `Kind::input`; keys that are not known are
/// those of a newer sihu.
Result<WrittenTally> read_tally(std::string_view text, std::string_view name);

/// Brings tallies of disjoint branches together: the tally of all. `Kind::refused` if a branch is
/// in two of them, or if they are of other quarters or by other rules.
Result<Tally> combine_tallies(std::vector<WrittenTally> tallies);

}  // namespace sihu
