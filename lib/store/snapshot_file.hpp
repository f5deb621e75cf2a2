#pragma once

#include "snapshot/snapshot.hpp"
#include "store/files.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// `.sihu/snapshot` of a workspace, open. Nothing of it is believed before its hash was compared;
/// what does not match is as if there were no snapshot.
class SnapshotFile {
 public:
  static std::optional<SnapshotFile> open(const std::filesystem::path& root);

  const SnapshotHead& head() const { return head_; }
  std::size_t row_count() const { return index_.rows().size(); }

  /// The rows that are due on `last` or before, in order of urgency. Nothing: it is damaged.
  std::optional<std::vector<OpenRow>> rows_due_until(Date last);
  /// The rows of problems that are submitted.
  std::optional<std::vector<OpenRow>> submitted_rows();
  /// The row of that id, if there is one. Damage is remembered in `is_damaged`.
  std::optional<OpenRow> find(std::string_view id);
  /// Whether one of its problems, open or not, may be of that fault.
  bool may_have(std::uint64_t fault);
  bool is_damaged() const { return damaged_; }

 private:
  std::optional<OpenRow> row_at(std::uint32_t start);
  bool load(std::uint64_t from, std::uint64_t to);

  Descriptor file_;
  SnapshotFront front_;
  SnapshotHead head_;
  SnapshotIndex index_;
  std::unique_ptr<char[]> rows_;          // untouched where no block was loaded
  std::vector<bool> loaded_;              // by block
  std::optional<SnapshotFaults> faults_;  // read when they are asked for
  bool damaged_ = false;
};

/// Writes it, whole or not at all. That it cannot be written (a read-only copy, a full disk) is no
/// fault: it only costs time.
void save_snapshot(const std::filesystem::path& root, std::string_view bytes);

/// The marks of all ledger files as they are now, without their contents: `whole_bytes` and
/// `last_check` are empty.
Result<std::vector<FileMark>> mark_files(const std::filesystem::path& root);

}  // namespace sihu
