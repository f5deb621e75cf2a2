#pragma once

#include "check/overview.hpp"

#include <vector>

namespace sihu {

/// What counts of one checklist at one branch in a quarter: its check, or the inspections that
/// several branches made of it for themselves, whose mean counts. An inspection that is not
/// complete counts only while none is: what it has not come to yet would count as nothing.
struct CountedCheck {
  std::vector<const CheckSummary*> inspections;  ///< that count; at least one
  std::vector<const CheckSummary*> all;          ///< those that are going on among them

  /// The points of the checklist that can be had; where inspectors found different items not
  /// applicable, the mean. 0: nothing is applicable.
  Rational full() const;
  /// Points of `full`; `full` is not 0.
  Rational total() const;
};

/// Whether anybody has answered anything in a check.
bool is_inspected(const CheckSummary& check);

/// Inspections by others, together where they are of the same checklist at the same branch, in the
/// order in which they come. Those in which nobody has answered anything are left out.
std::vector<CountedCheck> counted_checks(const std::vector<const CheckSummary*>& checks);

}  // namespace sihu
