#pragma once

#include "problem/problem.hpp"
#include "snapshot/quick_fold.hpp"
#include "store/scan.hpp"
#include "store/workspace.hpp"

#include <set>
#include <string>
#include <vector>

namespace sihu {

// What the quick fold cannot say, or not alone.

/// Takes the findings of every fault that was found more than once out of the fold, which has
/// finished: they are one problem, or several, by what became of each. Goes through all files once
/// more, where there is such a fault.
Result<void> set_twins_aside(const Workspace& workspace, const std::vector<ScannedFile>& files,
                             QuickFold& fold);

/// The problems of these subjects, twins as one (`join_twins`), from their lines in all files.
Result<ProblemList> fold_at_length(const Workspace& workspace,
                                   const std::vector<ScannedFile>& files,
                                   const std::set<std::string>& odd, const Redactions& redactions);

}  // namespace sihu
