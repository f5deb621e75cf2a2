#pragma once

#include "tools/cli/inspection.hpp"

#include <string>

namespace sihu {

/// Says on standard error what a recording brings besides answers: a newer checklist with what was
/// kept, changed, new and gone, answers that differ, problems that could not be withdrawn, due
/// dates in years without a calendar.
void say_what_else(World& world, const Recording& recording, const Inspection& inspection);

/// Says on standard error that the branch of who inspects and the inspected one are kept apart.
void say_kept_apart(World& world, const Inspection& inspection, const Acting& acting);

/// A line for each problem that was opened, noted or withdrawn.
std::string problem_lines(const Recording& recording, Lang lang);

/// The check's name: `2026Q4 第五党支部 · 党费收缴（dues 2026.1）`.
Phrase title_of(const CheckSummary& check);

/// What a check stands at, for the end of a run: score by area, conflicts, open problems with their
/// due dates.
std::string closing_words(const CheckSummary& check, const ProblemReading& reading, Lang lang);

/// After something was recorded: what it was, the check's name and its score; the status of saying
/// so. `moved`: findings whose problems moved with it, of each of which is said where it stands
/// now.
Exit say_standing(World& world, Inspection& inspection, Shelf& shelf, Text done,
                  const std::vector<std::string>& moved = {});

}  // namespace sihu
