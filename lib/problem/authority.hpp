#pragma once

#include "problem/life.hpp"

#include <optional>

namespace sihu {

// Who may take a step, by the roles of the day.

/// Under which role `person` may take `step` on `problem`, or every rule that says no.
Result<RoleName> authority_for(const Problem& problem, StepName step, const Person& person,
                               const Judgement& judgement);

/// Whether `person` belongs to the branch that answers for `problem`.
bool is_of_answering_branch(const Problem& problem, const Person& person);

}  // namespace sihu
