#pragma once

#include "check/overview.hpp"
#include "tally/rank_range.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// One inspection: what one person answered of one checklist at one branch.
struct PersonalScore {
  std::string branch;
  std::string checklist;
  std::string inspector;
  Rational score;  ///< 100 points / full, of the items that this person answered
};

/// Every inspection of these checks, by branch, checklist and person. Settlements are a leader's,
/// not an inspector's. Somebody who answered items of less than half of the points asked has not
/// inspected the branch, but helped.
std::vector<PersonalScore> personal_scores(const std::vector<CheckSummary>& checks);

/// The same by number, for statistics. Branches and inspectors in the order of their ids.
InspectedScores inspected_scores(const std::vector<PersonalScore>& scores);

/// What branches' checks would come to if all inspectors were equally severe: beside the score, not
/// instead of it.
struct CorrectedScores {
  std::map<std::string, double> branches;    ///< 0 to 100 and beyond
  std::map<std::string, double> errors;      ///< standard errors
  std::map<std::string, double> inspectors;  ///< points above the middle: lenient
  Phrase why_not;                            ///< nothing was corrected, and why; else empty
};

/// By the mixed model with Huber weights (`fit_robust`), where each branch was inspected at least
/// three times and inspections tie all branches together: otherwise nobody can tell lenient
/// inspectors from good branches. Not for more than 200 branches.
CorrectedScores correct_severity(const std::vector<PersonalScore>& scores);

}  // namespace sihu
