#pragma once

#include "plan/organise.hpp"
#include "plan/plan.hpp"

#include <string>
#include <vector>

namespace sihu {

/// The plan of a quarter, and what is to be said about it.
struct QuarterPlan {
  PlanFile file;  ///< without who had it made and when
  Plan check;     ///< the inspections
  std::vector<Phrase> notes;
};

/// Plans a quarter: who inspects, reviews and sets papers for whom. `Kind::refused` where no plan
/// exists: the hint names the smallest set of recusals that conflicts. The same organisation, seed
/// and earlier plans give the same plan. `sheets`: how many about a branch the rubric asks for,
/// which counts where it is more than `review: least`.
Result<QuarterPlan> plan_quarter(const Organisation& organisation, Quarter quarter,
                                 const std::string& seed, const std::vector<PlanFile>& earlier,
                                 int sheets = 0);

}  // namespace sihu
