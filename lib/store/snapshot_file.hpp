#pragma once

#include "snapshot/snapshot.hpp"
#include "store/files.hpp"

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// `.sihu/snapshot` of a workspace, open. Nothing of it is believed before its hash was compared;
/// what does not match is as if there were no snapshot.
class SnapshotFile {
 public:
  static std::optional<SnapshotFile> open(const std::filesystem::path& root);

  const SnapshotHead& head() const { return head_; }
  std::size_t row_count() const { return front_.row_count; }

  /// Shows the rows that are due on `last` or before, in order of urgency, each for as long as
  /// `visit` looks at it: however many there are, they pass through the same memory. False: it is
  /// damaged.
  bool each_row_due_until(Date last, const std::function<void(const OpenRow&)>& visit);
  /// The rows of problems that are submitted; they live as long as this.
  std::optional<std::vector<OpenRow>> submitted_rows();
  /// The row of that id, if there is one; it lives as long as this. Damage is remembered in
  /// `is_damaged`.
  std::optional<OpenRow> find(std::string_view id);
  /// Whether one of its problems, open or not, may be of one of those faults.
  bool may_have(const std::set<std::uint64_t>& faults);
  bool is_damaged() const { return damaged_; }

 private:
  std::optional<OpenRow> row_at(std::uint64_t start);
  std::optional<std::uint32_t> slot(std::uint64_t number);
  const char* body(std::uint64_t from, std::uint64_t size);
  bool append_block(std::uint64_t block, std::string& bytes);

  Descriptor file_;
  SnapshotFront front_;
  SnapshotHead head_;
  SnapshotIndex index_;
  std::string blocks_;             // of the body, where something was looked for last
  std::uint64_t first_block_ = 0;  // of those
  std::deque<std::string> rows_;   // that were found
  bool damaged_ = false;
};

/// Writes it, whole or not at all. That it cannot be written (a read-only copy, a full disk) is no
/// fault: it only costs time.
void save_snapshot(const std::filesystem::path& root, std::string_view bytes);

/// The marks of all ledger files as they are now, without their contents: `whole_bytes` and
/// `last_check` are empty.
Result<std::vector<FileMark>> mark_files(const std::filesystem::path& root);

}  // namespace sihu
