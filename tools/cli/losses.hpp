#pragma once

#include "exam/state.hpp"
#include "exam/topic_costs.hpp"
#include "learn/lessons.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/problem_reading.hpp"
#include "tools/cli/world.hpp"

#include <optional>

namespace sihu {

// What a quarter's results say is to be learnt.

/// What was lost in the checks and the tests of a quarter.
struct QuarterLosses {
  BranchCosts branches;
  BranchCosts people;      ///< in tests, by person
  std::size_t locked = 0;  ///< graded papers that could not be looked into
};

/// The newest quarter up to `until` with an inspection or a test result in it.
std::optional<Quarter> last_examined(const ProblemReading& reading, const ExamState& exams,
                                     Quarter until);

/// The losses of a quarter, by its plan. `shelf` must outlive them.
Result<QuarterLosses> quarter_losses(const World& world, const ProblemReading& reading,
                                     Shelf& shelf, const ExamState& exams, Quarter quarter);

/// Says of how many papers it is not known what was missed there.
void say_locked(World& world, std::size_t locked);

/// The lessons of a plan that is being made, by the results of earlier quarters. Where a plan has
/// none (`plans_lessons`) the ledger is not read.
Result<PlannedLessons> plan_lessons(World& world, const Organisation& organisation,
                                    const PlanFile& plan);

}  // namespace sihu
