#pragma once

#include "check/counted.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What a branch's inspections by others in a quarter come to. Its own look at itself never counts.
///
/// Several checklists add up as points over full: 18 of 20 and 70 of 80 are 88 of 100. A checklist
/// that was asked elsewhere in the quarter and not yet here is in `missing`: it is no 0, but the
/// score is provisional, and `inspected` says how much of what is asked it speaks of.
///
/// Where several branches each inspected a checklist for itself, the mean counts (`CountedCheck`).
/// One that the plan has and nobody began is no 0 either, but the score is provisional.
struct CheckPart {
  std::optional<Rational> score;  ///< 100 points / full; nothing: nobody has inspected it
  Rational points;
  Rational full;
  Rational missing_full;  ///< points of `missing`
  int done = 0;           ///< items answered, in inspections that the score waits for
  int asked = 0;          ///< items asked in these, those of `missing` among them
  int conflicts = 0;
  int separate = 0;       ///< inspections that branches are to make for themselves, and where
                          ///< nobody has begun any, all that the plan has
  int separate_done = 0;  ///< of these complete
  std::vector<std::string>
      not_begun;                     ///< of these: `zb03`, or `zb03 dues` where it has begun others
  std::vector<std::string> vetoes;   ///< `dues/V-1`: failed, and no rank with it
  std::vector<std::string> missing;  ///< checklists
  std::vector<CountedCheck> counted;  ///< that the score is made of
  double error = 0;  ///< standard error of `score`, from how items differ; where all
                     ///< are alike at one end, from how many there are

  /// Share of the points asked that `score` speaks of, 0 to 1.
  Rational inspected() const;
  /// Not to be relied on yet: something is unanswered, not inspected, or in conflict.
  bool provisional() const { return score && (done < asked || conflicts > 0); }
};

/// From all checks of one branch; `asked` are the checklists that were answered anywhere in the
/// quarter. The checks must outlive it.
CheckPart check_part(const std::vector<const CheckSummary*>& checks,
                     const std::vector<std::string>& asked);

}  // namespace sihu
