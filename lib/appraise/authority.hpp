#pragma once

#include "document/organisation.hpp"
#include "wording/result.hpp"

namespace sihu {

// Who may do what in an appraisal, by the roles of the day. A refusal is `Kind::refused`.

/// Scoring: the committee, and leaders of other branches; nobody the own person, anybody of the own
/// branch, or of one the person is recused from.
Result<RoleName> may_appraise(const Person& scorer, const Person& whom, Date on);

/// Deciding, on differing marks, at the quota's line, on appeals and vetoes: the committee, with
/// the same exceptions.
Result<RoleName> may_decide_on(const Person& decider, const Person& whom, Date on);

/// Publishing: the committee.
Result<RoleName> may_publish(const Person& publisher, Date on);

/// Appealing: the person, or the secretary of that person's branch.
Result<RoleName> may_appeal_for(const Person& appellant, const Person& whom, Date on);

}  // namespace sihu
