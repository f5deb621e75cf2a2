#pragma once

#include "problem/life.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What records a step on a problem, all lines at once.
struct SharedStep {
  RoleName role = RoleName::member;
  std::vector<Draft> drafts;
};

/// `take_step` on a problem that several may have found. What is done about the fault is done about
/// all its findings: each of them that admits the step gets its line, and where one is verified
/// those that were not submitted are closed with it (`with=` names it), and none may wait for a
/// dispute to be decided. `note` is written to the
/// finding that `part` names, or the first; `dispute`, `uphold` and `withdraw` are about one
/// finding: the one that `part` names, of a leader whose branch found it too its own. One under
/// which alone the problem is submitted is not withdrawn.
///
/// Failures besides those of `take_step`: `Kind::usage` where several findings could be meant,
/// `Kind::refused` for a leader who would take back what another branch found.
Result<SharedStep> take_shared_step(const Problem& problem, std::string_view part, const Step& step,
                                    const Person& person, const Judgement& judgement);

}  // namespace sihu
