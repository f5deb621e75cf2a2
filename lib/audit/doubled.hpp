#pragma once

#include "audit/followed.hpp"
#include "audit/visits.hpp"
#include "statistics/double_inspection.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// Checks that two people made in the same quarter, taken together.
struct DoubledChecks {
  std::size_t checks = 0;
  DoubleCount findings;  ///< of items that both answered; the first is first by id
};

/// Of several people at one place the first two by id count.
DoubledChecks count_doubled(const std::vector<const AuditVisit*>& visits);

/// Each visit for a branch that inspected for itself, held against those for other branches to the
/// same place in the same quarter: `missed` is what it passed and they found, whenever that began.
/// What was passed once the branch had handed it in is left out. `next` is the quarter.
std::vector<FollowedVisit> visits_beside(const std::vector<const AuditVisit*>& visits);

/// How many faults they make one expect there, and what share one person finds; it names nobody.
/// Empty without such checks or findings.
Phrase doubled_words(const DoubledChecks& doubled);

}  // namespace sihu
