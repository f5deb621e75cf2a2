#pragma once

#include "problem/problem.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// The problem list (问题清单). Its keys are a stable contract: `id quarter branch branch_name
/// checklist item title detail basis severity status owner owner_name opened opened_by due
/// original_due days_overdue extensions submitted closed closed_by recurrence_of step evidence
/// recorded twins`. `recorded` is the day the opening reached the ledger, later than `opened` by
/// what was entered later (补录); `twins` are the other ids of a problem that several found.
Table problem_table(const std::vector<const Problem*>& problems, const ListContext& context);

}  // namespace sihu
