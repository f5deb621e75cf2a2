#pragma once

#include "document/lint.hpp"

#include <vector>

namespace sihu {

/// What the rules say against the plans among `input.files`, each as a warning at its row, by
/// today's sihu.yaml and the plans of the quarters before; that a branch does something to itself
/// is a fault until the quarter is over. Nothing about files that are no plans or have faults, and
/// nothing without a sihu.yaml that is sound: `lint` says what is wrong with those.
///
/// A plan that was made for other branches is not asked for fair shares and turns. A plan of a
/// quarter that is over is asked only for what no rule could have allowed: nothing to oneself,
/// nothing twice, nothing for each other.
std::vector<Fault> judge_plans(const LintInput& input);

}  // namespace sihu
