#pragma once

#include "problem/archiving.hpp"
#include "problem/forgetting.hpp"
#include "store/verify.hpp"
#include "store/verify_evidence.hpp"

namespace sihu {

/// Decisions to forget that were not their persons' to take, and therefore change nothing: faults.
void check_entitled(const Ledger& forgetting, const Workspace& workspace, Verification& found);

/// Notes which evidence was removed, by whom, when and why; and where it is still there, that it
/// has to be deleted.
void check_removals(const std::vector<Removal>& removals, const EvidenceFolder& evidence,
                    const Organisation& organisation, Verification& found);

/// Notes which lines have texts that are hidden, by whom, when and why. `names`: all ledger files.
void check_redactions(const std::vector<Redaction>& redactions, const Workspace& workspace,
                      const std::vector<std::string>& names, Verification& found);

/// Notes which quarters were archived, and where one is still there.
void check_archived(const std::vector<ArchivedQuarter>& archived,
                    const std::vector<std::string>& names, const Organisation& organisation,
                    Verification& found);

}  // namespace sihu
