#pragma once

#include "calendar/period.hpp"
#include "ledger/ledger.hpp"
#include "problem/problem.hpp"
#include "store/few_lines.hpp"
#include "store/verify.hpp"
#include "store/verify_sieve.hpp"

#include <functional>
#include <optional>
#include <string>

namespace sihu {

/// Steps that do not apply (forbidden by the state, or concurrent with one that won) and events
/// whose opening has not arrived are notes; two openings of one id are a fault until one is
/// withdrawn.
/// Events about problems of quarters up to `archived` wait for nothing; they are counted.
void check_histories(const Ledger& ledger, const Organisation& organisation, const Zone& zone,
                     Verification& found, std::optional<Quarter> archived = {});

/// Notes sheets and results of reviews that do not count because another copy of the workspace had
/// one too.
void check_reviews(const Ledger& ledger, Verification& found);

/// Notes settlements that do not count because another one, made without knowing them, says
/// otherwise, and answers that don't count. `problems_of` gives the problems of a branch; it is
/// asked only where an answer that does not count may have opened one.
void check_settlements(const Ledger& ledger,
                       const std::function<ProblemList(const std::string& branch)>& problems_of,
                       Verification& found);

/// Notes lines whose `role=` the dated roles of today's sihu.yaml contradict.
void check_authority(const Ledger& ledger, const Organisation& organisation, const Zone& zone,
                     Verification& found);

/// Notes lines that were written far from the machine's clock.
void check_clocks(const Ledger& ledger, Verification& found);

/// Notes people who took steps reserved to a role on the device of a branch that is not theirs.
void check_devices(const std::map<ForeignSteps, FewLines>& foreign,
                   const std::vector<std::string>& files, Verification& found);

/// Notes how many lines are later than `now`, and where they begin; `files` are their names.
void check_later(const FewLines& later, const std::vector<std::string>& files, Instant now,
                 Verification& found);

}  // namespace sihu
