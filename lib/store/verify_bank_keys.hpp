#pragma once

#include "ledger/ledger.hpp"
#include "store/verify.hpp"

#include <string_view>

namespace sihu {

/// Whether a line says what a paper was drawn from, or publishes a key.
bool is_about_bank_keys(std::string_view event);

/// Compares each published key of a sealed paper with what its candidates were promised; `ledger`
/// has the lines about that. What fits goes to `found.bank_keys`, what does not is a fault.
void check_bank_keys(const Ledger& ledger, const Workspace& workspace, Verification& found);

}  // namespace sihu
