#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"

#include <vector>

namespace sihu {

/// Only the committee plans, by its roles of that day: `Kind::refused`.
Result<void> may_plan(const Person& person, Date today);

/// A plan that is there stays unless it is to be replaced: `Kind::refused`.
Result<void> check_replacing(const PlanFile* before, bool replace);

/// What a new plan does to the one before it: how many rows that had, and those that the new one
/// does not have (the first of them, if they are many).
std::vector<Phrase> replaced_rows(const PlanFile& before, const PlanFile& after);

/// Whether a quarter has begun or is over, for a plan that comes late; empty: neither.
Phrase late_note(Quarter quarter, Date today);

}  // namespace sihu
