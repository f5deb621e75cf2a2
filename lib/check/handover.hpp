#pragma once

#include "check/state.hpp"
#include "problem/shared_step.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// A role that passes on. Roles stand in sihu.yaml, which nobody but its editor changes.
struct RoleHandover {
  /// The two `roles:` lines to write there: who gives up ends the day before, who takes over
  /// begins; `taking` is empty where the other holds them all already.
  std::string giving;
  std::string taking;
};

/// What passes from one person to another.
struct Handover {
  std::vector<const Problem*> problems;  ///< owned and not ended, in the order of the list
  std::vector<CheckKey> checks;          ///< begun by the person and not signed off
  std::vector<RoleName> roles;           ///< held today, and passed on
  std::vector<RoleName> staying;         ///< held today in a branch that the other is not of
  RoleHandover lines;                    ///< of these roles; empty where there are none
  SharedStep step;                       ///< the assignments, all at once
};

/// What is needed to hand over.
struct HandoverScene {
  const ProblemList& list;  ///< problems, each once (`join_twins`)
  const std::map<CheckKey, CheckState>& checks;
  const Person& from;
  const Person& to;
  const Person& by;  ///< who records it
  std::string note;
  Judgement judgement;
};

/// Everything that `from` leaves to `to`; every problem is assigned by the ordinary rules
/// (`take_shared_step`), or none: all that is refused is said at once. Refused (`other-branch`)
/// where the two are of different branches and `to` is not of one that answers. `Kind::usage` where
/// both are the same person. Nothing left to assign is no fault.
Result<Handover> hand_over(const HandoverScene& scene);

/// The checks that somebody began and nobody signed off: what the person leaves unfinished.
std::vector<CheckKey> running_checks(const std::map<CheckKey, CheckState>& checks,
                                     std::string_view person);

}  // namespace sihu
