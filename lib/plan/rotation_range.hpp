#pragma once

#include "document/plan_file.hpp"

#include <vector>

namespace sihu {

/// What of a plan's `rotation:` can't be among so many branches, in words: a round behind the last
/// of a cycle (the next plan would begin a new one), or more cycles than anybody goes through.
std::vector<Phrase> out_of_range(const PlanRotation& rotation, int branches);

}  // namespace sihu
