#pragma once

#include "check/overview.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// How far every check has come. Its keys are a stable contract: `quarter branch branch_name
/// checklist title version status done items completeness score full self_score problems_open
/// conflicts disputed signed_by confirmed_by unplanned footing counts`. Scores are exact decimals
/// with two places; null when there is nothing to score, or nothing was answered yet.
Table check_status_table(const std::vector<CheckSummary>& checks, const Organisation& organisation);

}  // namespace sihu
