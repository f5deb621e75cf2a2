#pragma once

#include "snapshot/open_row.hpp"
#include "snapshot/quick_fold.hpp"
#include "store/scan.hpp"
#include "store/workspace.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sihu {

/// What the whole ledger says of problems today and every day, without holding a line of it.
struct FoldedLedger {
  std::vector<ScannedFile> files;
  OpenRows open;  ///< those asked for, sorted; what several found is one (`join_twins`)
  std::map<std::string, StatusCounts> counts;  ///< all problems, by branch
  std::map<std::string, std::uint32_t> again;  ///< findings that are no problem of their own
  std::vector<std::uint64_t> faults;  ///< as `QuickFold::faults` gives them, if `with_places`
  std::map<SmallDay, std::uint64_t> lines_per_day;
  std::map<std::string, std::uint32_t> serials;  ///< the highest of every device
  std::vector<std::string> duplicates;           ///< problems whose id was given twice
  Redactions redactions;                         ///< whose texts no row has
  std::vector<Fault> notes;                      ///< torn tails and the like
};

/// Which open problems to make rows of.
using WantRow = std::function<bool(Status status, Date due, std::optional<Date> submitted)>;

/// Folds every file, a part of them in each thread. Rows say where their lines stand if
/// `with_places`, files being counted in the order of their names. Failures as `read_ledger_files`.
Result<FoldedLedger> fold_ledger(const Workspace& workspace, const WantRow& want,
                                 bool with_places = false);

/// What `read_ledger_file` notes of a file whose tail does not count.
std::vector<Fault> tail_notes(const Workspace& workspace, const std::string& name);

}  // namespace sihu
