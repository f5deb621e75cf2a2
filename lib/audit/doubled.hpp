#pragma once

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

/// How many faults they make one expect there, and what share one person finds; it names nobody.
/// Empty without such checks or findings.
Phrase doubled_words(const DoubledChecks& doubled);

}  // namespace sihu
