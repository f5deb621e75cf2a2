#pragma once

#include "base/rational.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sihu {

/// Reviewers who are weighed together, and what each of them gave, in points.
struct WeighedGroup {
  std::vector<std::string> classes;  ///< ids
  Rational weight;                   ///< against the other groups; any unit
  std::vector<Rational> totals;
};

/// Joins groups until each has `least` totals: the smallest of those with too few, and those that
/// weigh nothing, goes to the next larger one, with its weight. So nobody can take a mean apart
/// into what one person gave. A class without a single sheet is no group, and its weight goes to
/// nobody. Of equally small groups the first goes.
std::vector<WeighedGroup> joined_groups(std::vector<WeighedGroup> groups, std::size_t least);

/// The mean of the groups' means, by their weights. At least one group, with totals and a weight.
Rational weighted_mean(const std::vector<WeighedGroup>& groups);

/// The mean of some totals; at least one.
Rational exact_mean(const std::vector<Rational>& totals);

}  // namespace sihu
