#pragma once

#include "document/plan_file.hpp"
#include "tally/gather.hpp"
#include "tools/cli/inspection.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// A ranking, and what its words need.
struct Ranking {
  Tally tally;
  std::optional<RangeBasis> basis = {};
  std::optional<Quarter> earlier = {};
  std::vector<Phrase> about_reviews = {};  ///< what to say of them; without a ledger nothing
};

/// A quarter with what it was made of, added up, ranked and compared with the one before.
struct QuarterResult {
  QuarterParts parts;
  Ranking ranking;
  std::optional<PlanFile> plan;
};

/// Says on standard error where the quarter before can't be compared. `Kind::input` when a
/// checklist that a check goes by is not at hand: a score that lacks it in silence is worse than
/// none. `reading` and `shelf` must outlive the result.
Result<QuarterResult> quarter_result(World& world, const ProblemReading& reading, Shelf& shelf,
                                     Quarter quarter);

/// The same by itself, without ranges and without the quarter before.
Result<QuarterResult> quarter_alone(const ProblemReading& reading, Shelf& shelf, Quarter quarter);

}  // namespace sihu
