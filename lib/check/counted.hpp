#pragma once

#include "check/overview.hpp"

#include <vector>

namespace sihu {

/// What counts of one checklist at one branch in a quarter: its check, or the inspections that
/// several branches made of it for themselves, whose mean counts. An inspection that is not
/// complete counts only while none is: what it has not come to yet would count as nothing. One
/// outside the plan counts only while none that was planned is complete, everybody's only while
/// none that a branch made for itself is (`rank_of`).
struct CountedCheck {
  std::vector<const CheckSummary*> inspections;  ///< that count; at least one
  std::vector<const CheckSummary*> all;          ///< those that are going on among them
  std::vector<const CheckSummary*> idle = {};    ///< that nobody has answered anything in

  bool counts(const CheckSummary& check) const;
  /// Whether the result waits for it, and progress counts it: the plan's, or where the plan has
  /// none, what counts so far.
  bool awaits(const CheckSummary& check) const;

  /// The points of the checklist that can be had; where inspectors found different items not
  /// applicable, the mean. 0: nothing is applicable.
  Rational full() const;
  /// Points of `full`; `full` is not 0.
  Rational total() const;
};

/// Whether anybody has answered anything in a check.
bool is_inspected(const CheckSummary& check);

/// Inspections by others, together where they are of the same checklist at the same branch, in the
/// order in which they come. Where nobody has answered anything in any, they are left out.
std::vector<CountedCheck> counted_checks(const std::vector<const CheckSummary*>& checks);

/// The one that an inspection belongs to; nullptr: nobody has answered anything in any beside it.
const CountedCheck* find_counted(const std::vector<CountedCheck>& counted,
                                 const CheckSummary& check);

/// What has to be said of an inspection beside its figures: that it is outside the plan, and why;
/// who should have been recused; that it does not count, and why. `of`: those of its checklist at
/// its branch; nullptr: nobody has answered anything in any. Empty: nothing.
Phrase inspection_remark(const CheckSummary& check, const CountedCheck* of);

}  // namespace sihu
