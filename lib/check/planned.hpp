#pragma once

#include "check/state.hpp"
#include "document/kept_apart.hpp"
#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "wording/result.hpp"

#include <set>
#include <string>
#include <vector>

namespace sihu {

/// Whether somebody's inspection is as the quarter's plan says, or needs none: where there is no
/// plan (`plan` is nullptr), in a self check, for the committee and other people of no branch, and
/// after the sign-off, when leader and committee correct what is there.
bool is_as_planned(const PlanFile* plan, const Person& person, const CheckState& state, Date on);

/// Whether somebody of the person's branch has given a reason for inspecting outside the plan.
bool has_given_reason(const CheckState& state, const Organisation& organisation,
                      const Person& person);

/// Refuses an inspection outside the plan: says who is to inspect the branch, and what to do.
Failure outside_plan(const PlanFile& plan, const Organisation& organisation, const Person& person,
                     const CheckKey& key);

/// The branches that made an inspection, or take part in it, though sihu.yaml keeps them and the
/// inspected one apart. The committee's people stand for no branch; nobody is kept from a self
/// check, nor from what has not begun.
std::set<std::string> recused_inspectors(const KeptApart& apart, const Organisation& organisation,
                                         const CheckState& state, Date on);

/// What to say to somebody who inspects, or answers in an inspection, though that person's branch,
/// or the one whose inspection it is, is kept apart from the inspected one; empty: nothing. It
/// forbids nothing.
Phrase recusal_warning(const KeptApart& apart, const Organisation& organisation,
                       const Person& person, const CheckKey& key, Date on);

/// Why a check was done outside the plan: `p003 原因`, each reason in the order it was given.
std::vector<std::string> reasons_outside_plan(const CheckState& state);

}  // namespace sihu
