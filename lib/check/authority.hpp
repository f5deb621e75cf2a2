#pragma once

#include "check/state.hpp"
#include "document/organisation.hpp"
#include "wording/result.hpp"

namespace sihu {

/// Who may do what in a check, and under which role. A refusal is `Kind::refused`.
///
/// Inspectors, leaders and committee answer for other branches, never for their own; only the
/// branch's own people answer a self check. After the sign-off only leader and committee change
/// an answer, settle and sign. In what a branch inspects for itself all of that is for its own
/// people, for the committee and for people of no branch. Only the inspected branch's own people
/// confirm and dispute.
Result<RoleName> may_answer(const Organisation& organisation, const Person& person,
                            const CheckState& state, Date on);
Result<RoleName> may_settle(const Organisation& organisation, const Person& person,
                            const CheckKey& key, Date on);
Result<RoleName> may_confirm(const Organisation& organisation, const Person& person,
                             const CheckKey& key, Date on);

}  // namespace sihu
