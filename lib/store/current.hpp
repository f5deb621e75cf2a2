#pragma once

#include "snapshot/overlay.hpp"
#include "store/fold_ledger.hpp"
#include "store/snapshot_file.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sihu {

/// Which open problems somebody wants to see.
struct OpenQuestion {
  Date until;              ///< due on that day or before
  bool submitted = false;  ///< and those that are submitted, whenever they are due
};

/// What holds now of problems, and costs what is new, not what is old: the snapshot in `.sihu/`,
/// with the lines that came since laid over it. Without one that fits, everything is folded anew
/// and a snapshot is left for the next time. The answer is the same with and without.
class Current {
 public:
  static Result<Current> read(const Workspace& workspace, const OpenQuestion& question,
                              bool use_snapshot);

  /// Shows problems, what several found once (`join_twins`), in order of urgency: due date,
  /// severity, id. A row lives until the next one. A failure when the snapshot, which was sound
  /// when it was opened, can't be read any more.
  Result<void> each_row(const std::function<void(const OpenRow&)>& visit) const;
  /// All problems, by branch and status.
  const std::map<std::string, StatusCounts>& counts() const { return counts_; }
  /// How many more findings than problems, by branch; where there are as many the branch is
  /// missing.
  const std::map<std::string, std::uint32_t>& again() const { return again_; }
  std::uint64_t lines_later_than(Date today) const;
  const std::vector<std::string>& duplicates() const { return duplicates_; }
  const std::vector<Fault>& notes() const { return notes_; }

 private:
  static std::optional<Current> from_snapshot(const Workspace& workspace,
                                              const OpenQuestion& question);
  static Result<Current> from_files(const Workspace& workspace, const OpenQuestion& question,
                                    bool use_snapshot);

  std::unique_ptr<SnapshotFile> snapshot_;
  std::unique_ptr<Overlay> overlay_;
  std::unique_ptr<OpenRows> folded_;
  OpenQuestion question_;
  std::vector<OpenRow> others_;  // that do not stand in the order of the snapshot's rows
  std::map<std::string, StatusCounts> counts_;
  std::map<std::string, std::uint32_t> again_;
  std::map<SmallDay, std::uint64_t> lines_per_day_;
  std::vector<std::string> duplicates_;
  std::vector<Fault> notes_;
};

}  // namespace sihu
