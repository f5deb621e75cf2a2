#pragma once

#include "report/catalogue.hpp"
#include "report/table.hpp"

namespace sihu {

/// Everything that happened to a problem, a row for each line of the ledger, those that do not
/// apply included. Stable keys: `at step person person_name role on to due note reason evidence
/// applied why_not line waiting stands_at evidence_missing`. `at` is local time by the machine's
/// clock; where another one is given by which the line is ordered, `stands_at` is that.
Table history_table(const Problem& problem, const Ledger& ledger, const Zone& zone,
                    const ListContext& context);

/// What an event did, in words; for one that this version does not know, its name.
Coded step_words(const Event& event);

}  // namespace sihu
