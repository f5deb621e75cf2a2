#pragma once

#include "audit/audit.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// The questions, in the order of the tests, what speaks most clearly first: `quarter test about
/// ids names question statistic threshold p q n items lines`. `lines` are places in the ledger.
Table question_table(const Audit& audit, const OverviewScene& scene);

/// The words of a question, with the names of whom it is about in place of their ids.
Phrase question_words(const Question& question, const Organisation& organisation);

/// What each test looked at, and why one could not be made: `test judged cases questions threshold
/// too_little remark`.
Table audit_test_table(const Audit& audit);

/// One or all tests explained: `test part words`.
Table audit_explanation(const std::vector<AuditTest>& tests);

/// What has to be said beside the lists, a sentence a line.
std::vector<Phrase> audit_words(const Audit& audit);

}  // namespace sihu
