#pragma once

#include "learn/roster.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// A row for each person. Keys, a stable contract: `person person_name branch branch_name duty
/// since roles months term term_end onboarding onboarding_due hours required mentoring mentors
/// exchange exchange_due`; `months` has a number, or nothing, for each of `roles`; `duty` is
/// `full-time`, `part-time` or null, `term` one of `none running ending over`.
Table roster_table(const Roster& roster, const Organisation& organisation);

/// What is worth saying below it: how many work full time, beside the guide where it is known how
/// many people there are, vacancies, newcomers, terms that end, who may be exchanged.
std::vector<Phrase> roster_words(const Roster& roster, const Organisation& organisation,
                                 const RosterSettings& settings);

/// `full-time` and `part-time` in words; anything else stays as it is.
Phrase duty_words(const std::string& duty);

}  // namespace sihu
