#pragma once

#include "problem/problem.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace sihu {

// Two copies of a ledger that do not know of each other open two problems where inspectors of both
// find the same thing. Both stay, each with its own history; what is counted is counted once.

/// Problems that are one: of the same item of a checklist at the same branch in the same quarter,
/// neither withdrawn, and the later opened before the earlier was closed. The first stands for
/// them: the earliest opened, ties in the order of the list. At least one.
using Twins = std::vector<const Problem*>;

/// Every problem that was not withdrawn, with its twins, in the order of those that stand for them.
std::vector<Twins> group_twins(const ProblemList& list);

/// The ids of the others, for each problem that has twins.
using TwinIds = std::unordered_map<std::string, std::vector<std::string>>;
TwinIds twin_ids(const ProblemList& list);

/// Several as one problem: the first, due when the first of them is. Rectified is what a verifier
/// has closed under any of its ids, on the first such day; submitted likewise. Its history is
/// everybody's.
Problem as_one_problem(const Twins& twins);

}  // namespace sihu
