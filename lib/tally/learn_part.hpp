#pragma once

#include "calendar/period.hpp"
#include "document/organisation.hpp"
#include "learn/state.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// How far a branch has come with what its people have to learn: 100 times the hours attained from
/// the first of January to the end of the quarter, over the hours that those months ask for
/// (`hours_required`). Of each person at most what is asked of that person counts, so that nobody
/// learns in another's place and the score is 100 at most.
///
/// Where nobody in the organisation recorded any learning in the year so far there is no score, and
/// none where sihu.yaml asks nobody of the branch for hours. A branch without any while others have
/// some has 0.
struct LearnPart {
  std::optional<Rational> score;
  Rational attained;                      ///< hours that count
  Rational required;                      ///< hours
  int people = 0;                         ///< of whom hours are asked
  std::vector<std::size_t> entries = {};  ///< of the sessions behind it, in ledger order
};

/// The part of every branch, by its id.
std::map<std::string, LearnPart> learn_parts(const Organisation& organisation,
                                             const LearnState& state, Quarter quarter);

}  // namespace sihu
