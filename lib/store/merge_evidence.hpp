#pragma once

#include "report/merge_summary.hpp"
#include "store/arrivals.hpp"
#include "store/forgetting_lines.hpp"
#include "store/merge_files.hpp"
#include "store/staging.hpp"
#include "store/workspace.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// The evidence of a merge: what arrives and is not here is brought, its bytes compared with its
/// name, unless the ledger says that it was removed. In this order: `gather`, `prepare`, `place`.
class EvidenceMerge {
 public:
  EvidenceMerge(const Workspace& workspace, Staging& staging)
      : workspace_(workspace), staging_(staging) {}

  /// What of it is new here. Bytes that don't have the hash in their name are a fault
  /// (`evidence-changed`).
  Result<void> gather(const std::vector<Arrival>& arrivals, MergeSummary& summary);

  /// Drops what no line of the merged ledger refers to: it belongs to a quarter that was archived.
  Result<void> drop_unnamed(const std::map<std::string, FileGroup>& groups);

  /// Drops what the merged ledger says was removed.
  Result<void> drop_removed(const std::map<std::string, FileGroup>& groups, MergeSummary& summary);

  /// Finds what is here and was removed by lines that arrive: the committee's decision counts where
  /// its line comes. What a line removes that does not count stays, with a note; so does a document
  /// (`.yaml`), which lines may rest on.
  Result<void> find_removed_here(const std::map<std::string, FileGroup>& groups,
                                 MergeSummary& summary);

  /// Makes the rest ready and flushed; then puts it in place.
  Result<void> prepare(MergeSummary& summary);
  Result<void> place() const;

  /// Deletes what was found to be removed; after the lines that say so are in place.
  Result<void> delete_removed() const;

 private:
  void find_removed_here(const ForgettingLine& removal, const std::vector<std::string>& there,
                         MergeSummary& summary);

  const Workspace& workspace_;
  Staging& staging_;
  std::map<std::string, Arrival> brought_;
  std::set<std::string> deleted_;
};

/// The hashes whose removal stands in the ledger or in files that arrive, by lines that count.
Result<std::set<std::string>> removed_evidence(const Workspace& workspace,
                                               const std::map<std::string, FileGroup>& groups);

}  // namespace sihu
