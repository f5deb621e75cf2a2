#pragma once

#include "exam/draws.hpp"
#include "ledger/ledger.hpp"
#include "store/arrivals.hpp"
#include "store/verify.hpp"

#include <string_view>
#include <vector>

namespace sihu {

/// Whether lines of an event are needed to see what `check_draws` looks for.
bool is_about_draws(std::string_view event);

/// The limits of the rules that are kept in `evidence/`, or arrive with a merge. Everything must
/// outlive it.
MostShared kept_limits(const Workspace& workspace, const std::vector<Arrival>& arrivals);

/// Notes papers that were drawn twice, those that have more in common than their rules allow, and
/// sittings that are odd (exam/odd_sittings.hpp).
void check_draws(const Ledger& ledger, const Workspace& workspace, Verification& found);

/// The same of a merge, as notes: only what was not so before.
std::vector<Fault> new_draws_apart(const Ledger& before, const Ledger& after,
                                   const MostShared& most_shared, const Zone& zone);

}  // namespace sihu
