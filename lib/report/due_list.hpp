#pragma once

#include "problem/due.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// What `sihu due` lists, most urgent first. Stable keys: `id quarter branch branch_name item title
/// severity status why due original_due verify_by days_overdue days_left days_verifier_late step
/// ask ask_names`. `due` is the branch's day, `verify_by` the verifier's, none unless it was
/// submitted; people are shown the day that the row is late for.
Table due_table(const std::vector<DueRow>& rows, const ListContext& context);

/// How late, in words: `逾期 28 天`, `今天到期`, `还剩 3 天`, `销号超时 2 天`.
Phrase late_in_words(const DueRow& row);

}  // namespace sihu
