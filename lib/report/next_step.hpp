#pragma once

#include "report/catalogue.hpp"

namespace sihu {

/// Who may verify a problem that several found: the people of each of them, and the committee.
Phrase who_may_verify(const Problem& problem, const Organisation& organisation);

/// What comes next in a problem's life, by when and by whom, in one sentence without a full stop.
Phrase next_step(const Problem& problem, const ListContext& context);

/// How a problem that waits for somebody goes on.
struct NextCommand {
  std::string kind;     ///< `verify decide rectify press`
  std::string command;  ///< that takes the step or shows what it is about; without `sihu`
};

/// What `person`, for whom the problem waits, has to do: the step itself where only one comes next
/// and that person may take it. What has to be weighed is looked at first, and so is what others
/// have to do.
NextCommand next_command(const Problem& problem, const Person& person, const ListContext& context);

}  // namespace sihu
