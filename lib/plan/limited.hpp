#pragma once

#include "plan/conflict.hpp"
#include "wording/text.hpp"

#include <string>
#include <vector>

namespace sihu {

/// The branches that make as many visits as they can, and still two or more less than another
/// makes: for them loads differ by more than one. `made`: visits each branch makes.
std::vector<LimitedBranch> limited_branches(const PlanConstraints& constraints,
                                            const std::vector<int>& made);

/// That in words, nothing where loads differ by one at most; `ids` as in `PlanScene`.
Phrase uneven_loads(const PlanConstraints& constraints, const std::vector<int>& made,
                    const std::vector<std::string>& ids);

}  // namespace sihu
