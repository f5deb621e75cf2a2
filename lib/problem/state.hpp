#pragma once

#include "problem/life.hpp"

namespace sihu {

// What one event does to one problem. `fold_problems` decides which events get here.

/// The local day a line was recorded on, by the machine's clock (`clock=` where it differs).
Date recorded_on(const Event& event, const Zone& zone);

/// The day a line counts for: `on=` (补录), else the day it was recorded on.
Date day_of(const Event& event, const Zone& zone);

/// The list in a field, `;` between its elements.
std::vector<std::string> split_list(std::string_view text);

/// The problem that an opening line makes. Never fails: what is missing stays empty, and a due date
/// before the opening becomes the day of the opening.
Problem opened_problem(const Event& opening, const Organisation& organisation, const Zone& zone);

/// Why `event`, recording `step`, cannot apply to `problem` as it stands; empty if it can.
Phrase why_not_possible(const Problem& problem, StepName step, const Event& event);

/// Does what `event` says. It must be possible.
void apply_step(Problem& problem, StepName step, const Event& event, const Zone& zone);

}  // namespace sihu
