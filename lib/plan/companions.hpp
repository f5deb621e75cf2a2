#pragma once

#include "plan/constraints.hpp"

#include <cstdint>
#include <vector>

namespace sihu {

/// How many others a branch reviews, where there are so many and results need no more sheets.
constexpr int reviews_each = 3;

/// How many others a branch should review: `reviews_each`, or as many as a result needs sheets
/// (`least`), but no more than there are others.
int reviews_wanted(int branches, int least);

/// Who reviews whom beside `visits`, the inspections of a quarter: everybody reviews, and is
/// reviewed by, `each` others, or all there are where recusals and the number of branches leave
/// less. Nobody reviews itself, nor one it must not inspect, nor, where it can be helped, one
/// it inspects; two review each other only where there is no other way, as among less than
/// 2 · `each` + 1 branches. Above 400 branches, where recusals leave some less, all have
/// less. In order.
std::vector<Visit> review_visits(const PlanConstraints& constraints,
                                 const std::vector<Visit>& visits, int each, std::uint64_t seed);

/// Who sets the paper for whom: everybody for one other, no two for each other, and nobody, where
/// it can be helped, for one it inspects or must not inspect. In order; none for less than two
/// branches.
std::vector<Visit> paper_visits(const PlanConstraints& constraints,
                                const std::vector<Visit>& visits, std::uint64_t seed);

}  // namespace sihu
