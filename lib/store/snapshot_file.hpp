#pragma once

#include "snapshot/snapshot.hpp"
#include "store/files.hpp"

#include <cstdlib>
#include <filesystem>
#include <functional>
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
  std::size_t row_count() const { return front_.row_count; }

  /// Shows the rows that are due on `last` or before, in order of urgency, each for as long as
  /// `visit` looks at it: however many there are, they pass through the same memory. False: it is
  /// damaged.
  bool each_row_due_until(Date last, const std::function<void(const OpenRow&)>& visit);
  /// The rows of problems that are submitted.
  std::optional<std::vector<OpenRow>> submitted_rows();
  /// The row of that id, if there is one. Damage is remembered in `is_damaged`.
  std::optional<OpenRow> find(std::string_view id);
  /// Whether one of its problems, open or not, may be of that fault.
  bool may_have(std::uint64_t fault);
  bool is_damaged() const { return damaged_; }

 private:
  std::optional<OpenRow> row_at(std::uint32_t start);
  std::optional<std::uint32_t> slot(std::uint64_t number);
  bool load(std::uint64_t from, std::uint64_t to);
  bool read_block(std::uint64_t block, char* into);
  std::uint64_t block_size(std::uint64_t block) const;

  Descriptor file_;
  SnapshotFront front_;
  SnapshotHead head_;
  SnapshotIndex index_;
  struct Free {
    void operator()(char* memory) const { std::free(memory); }
  };
  std::unique_ptr<char, Free> body_;      // of blocks that were loaded; untouched elsewhere
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
