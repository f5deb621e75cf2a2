#pragma once

#include "check/key.hpp"
#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "ledger/ledger.hpp"
#include "wording/result.hpp"

#include <string>
#include <vector>

namespace sihu {

// Where a plan has several branches inspect one, each does so for itself: two that look
// independently tell how severe each is (`targets` of a plan), and what they see differently is no
// contradiction. Otherwise all who inspect do it together.

/// The checks by others of the same checklist at the same branch in the same quarter that anybody
/// has begun, in their order; `key` among them if it is one.
std::vector<CheckKey> inspections_beside(const Ledger& ledger, const CheckKey& key);

/// The branch for which somebody's inspection is its own: that of the person, where the plan
/// (nullptr: none) has several branches inspect `key.branch` or one has begun to for itself. Empty:
/// the inspection is everybody's; so it stays for people whose branch takes part in it. Who comes
/// `unplanned` beside those that the plan has makes one of its own, too, and so does who comes by a
/// plan that was changed in the place of those who have begun (`was_taken_over`).
std::string inspecting_branch(const CheckKey& key, const Ledger& ledger, const PlanFile* plan,
                              const Organisation& organisation, const Person& person,
                              bool unplanned = false);

/// Refuses an inspection of its own to a branch whose people have begun the one that is
/// everybody's: what they found would count twice; and to any branch where everybody's is begun and
/// the plan (nullptr: none) does not have several, since it would push that one aside. `by` is the
/// branch; empty: nothing to refuse.
Result<void> check_begins_once(const CheckKey& key, const std::string& by, const Ledger& ledger,
                               const PlanFile* plan, const Organisation& organisation,
                               bool unplanned = false);

/// Which of the inspections begun is meant, by `by` (empty: not said) or else by the branch of who
/// asks (nullptr: nobody in particular); `key` itself where there is but one way to see it.
/// `Kind::input` for a branch without an inspection, `Kind::usage` where several could be meant.
/// One that `plan` (nullptr: there is none) has and nobody has begun may be meant, too; whether
/// another branch was taken out for it needs the `organisation`.
Result<CheckKey> inspection_meant(const CheckKey& key, const std::string& by, const Ledger& ledger,
                                  const Person* person, const PlanFile* plan = nullptr,
                                  const Organisation* organisation = nullptr);

}  // namespace sihu
