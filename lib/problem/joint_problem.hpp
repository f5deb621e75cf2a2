#pragma once

#include "problem/problem.hpp"

#include <vector>

namespace sihu {

/// Several findings that are one problem, with its `findings`: those of `twins`, two at least, in
/// that order, of which the first gives it its id and its words (`twins.hpp`).
///
/// - It is closed when each of its findings is closed, or was seen when another of them was: a
///   verification covers what was found on an earlier day (in one workspace: by an earlier line)
///   and is neither disputed nor sent back or reopened on that day or later. It was closed on the
///   day from which on that holds. So a visit that is entered late opens nothing again, and what
///   one copy closed without knowing of the other is closed.
/// - Else it is submitted where any finding is, else open where any is, else disputed.
/// - It is due with the first, so that who finds it too cuts no time; later where one of the
///   findings was extended or reopened, or was mended by its own due date in a copy that did not
///   know of the first.
/// - Its history and evidence are everybody's. Whoever found it, `found_by` has the others'
///   branches.
Problem joint_problem(const std::vector<const Problem*>& twins);

}  // namespace sihu
