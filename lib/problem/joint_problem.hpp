#pragma once

#include "problem/problem.hpp"

#include <vector>

namespace sihu {

/// Whether `finding` was there when `closed` was seen to be mended: the visit was on an earlier
/// day, or on the same one and recorded before, or entered late.
bool was_there_before(const Problem& finding, const Problem& closed);

/// Several findings that are one problem, with its `findings`: those of `twins`, one at least, in
/// that order, of which the first gives it its id and its words (`twins.hpp`). `taken_back` are
/// those that were withdrawn while they were one with the others.
///
/// - It is closed when each of its findings is closed, or was seen when another of them was: a
///   verification covers what `was_there_before` and is neither disputed nor sent back or reopened
///   on that day or later. It was closed on the day from which on that holds. So a visit that is
///   entered late opens nothing again, and what one copy closed without knowing of the other is
///   closed.
/// - Else it is submitted where any finding is, else open where any is, else disputed.
/// - It is due with the first, so that who finds it too cuts no time; later where one of the
///   findings, also one that was taken back, was extended or reopened.
/// - Its history and evidence are everybody's. Whoever found it, `found_by` has the others'
///   branches.
Problem joint_problem(const std::vector<const Problem*>& twins,
                      const std::vector<const Problem*>& taken_back = {});

}  // namespace sihu
