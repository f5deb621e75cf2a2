#pragma once

#include "learn/hours.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// A row for each person. Keys, a stable contract: `person person_name branch branch_name year
/// hours required missing onboarding onboarding_due mentoring mentors`; hours as `32` or `1.5`,
/// `onboarding` and `mentoring` one of `not-asked done due overdue`.
Table learning_table(const std::vector<LearnerYear>& people, const Organisation& organisation,
                     int year);

/// What has to be said beside it: by which rule hours are asked for, and how many still miss some,
/// have not been on-boarded, or have no mentor.
std::vector<Phrase> learning_words(const std::vector<LearnerYear>& people,
                                   const LearnSettings& settings);

}  // namespace sihu
