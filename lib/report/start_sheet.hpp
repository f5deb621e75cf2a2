#pragma once

#include "check/handover.hpp"
#include "report/briefing.hpp"
#include "report/catalogue.hpp"

#include <vector>

namespace sihu {

/// What somebody who takes over has to know, on one page.
struct StartSheet {
  const Person& newcomer;
  const Person& predecessor;
  const ProblemList& list;              ///< problems, each once, as they stand after the handover
  const std::vector<CheckKey>& checks;  ///< that the predecessor leaves unfinished
  const ListContext& context;
};

/// The page: the newcomer's open problems with their dates, most urgent first, and running checks;
/// below, whom to ask (the predecessor, the branch's secretary, the committee) and the first
/// commands to type.
Briefing start_sheet(const StartSheet& sheet);

/// The problems that pass on, for the terminal: id, what, status and due date.
Table handover_table(const std::vector<const Problem*>& problems, const ListContext& context);

/// What else passes on: running checks, and the lines to write into sihu.yaml for roles.
std::vector<Phrase> handover_words(const Handover& handover, const HandoverScene& scene);

}  // namespace sihu
