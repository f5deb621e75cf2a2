#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"

#include <vector>

namespace sihu {

/// Only the committee plans, by its roles of that day: `Kind::refused`.
Result<void> may_plan(const Person& person, Date today);

/// A plan that `is_there` stays unless it is to be replaced: `Kind::refused`.
Result<void> check_replacing(Quarter quarter, bool is_there, bool replace);

/// What a new plan does to the one before it: how many rows that had, and those that the new one
/// does not have (the first of them, if they are many).
std::vector<Phrase> replaced_rows(const PlanFile& before, const PlanFile& after);

/// That the plan before it had faults, so that nobody can say what it had.
Phrase unread_note(const Failure& failure);

/// That the plans of later quarters were made without this one; empty: there are none.
Phrase later_note(const std::vector<Quarter>& later);

/// Of those plans of later quarters that repeat a pair before its turn, or reverse it too soon, one
/// behind the other and all behind `before`: how often each does so, and the first such pair. Only
/// inspections are judged, by today's sihu.yaml.
std::vector<Phrase> later_conflicts(const Organisation& organisation, std::vector<PlanFile> before,
                                    const std::vector<PlanFile>& later);

/// Whether a quarter has begun or is over, for a plan that comes late; empty: neither.
Phrase late_note(Quarter quarter, Date today);

}  // namespace sihu
