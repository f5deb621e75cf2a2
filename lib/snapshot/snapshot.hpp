#pragma once

#include "ledger/redaction.hpp"
#include "snapshot/open_row.hpp"
#include "snapshot/quick_fold.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A ledger file as it was when it was folded.
struct FileMark {
  std::string name;  ///< `ledger/2026Q4/zb03.k7m2qx.tsv`
  std::uint64_t size = 0;
  std::int64_t changed = 0;  ///< nanoseconds since 1970
  std::uint64_t inode = 0;
  std::uint64_t whole_bytes = 0;  ///< where the next line begins
  std::string last_check;         ///< 16 digits in front of it

  friend bool operator==(const FileMark&, const FileMark&) = default;
};

/// What a snapshot says besides rows.
struct SnapshotHead {
  std::string basis;  ///< what the fold depended on besides lines: time zone, organisation
  std::vector<FileMark> files;                 ///< ascending by name
  std::map<std::string, StatusCounts> counts;  ///< all problems, by branch
  std::map<std::string, std::uint32_t>
      again;  ///< findings that are no problem of their own, by branch
  std::map<SmallDay, std::uint64_t> lines_per_day;
  std::map<std::string, std::uint32_t> serials;  ///< the highest of every device
  std::vector<std::string> duplicates;           ///< problems whose id was given twice
  Redactions redactions;                         ///< also of lines that have not arrived
};

/// A snapshot is bytes of this machine, in four parts, each with its hash (XXH3, against accidents:
/// whoever wants to lie can):
///
///   front    magic, sizes and hashes                        `snapshot_front_bytes`
///   head     `SnapshotHead`
///   index    the hashes of the body's blocks; where the rows of submitted problems begin
///   body     rows, one behind the other in order of urgency; a hash table of their ids; the upper
///            halves of the numbers of all faults that were ever found, ascending
///
/// so that a reader needs no more of it than the blocks in which it looks.
/// `faults` as `QuickFold::faults` gives them.
std::string write_snapshot(const SnapshotHead& head, const OpenRows& rows,
                           const std::vector<std::uint64_t>& faults = {});

inline constexpr std::size_t snapshot_front_bytes = 96;
inline constexpr std::size_t snapshot_block_bytes = 16 * 1024;

/// Where the parts of a snapshot lie.
struct SnapshotFront {
  std::uint64_t head_bytes = 0;
  std::uint64_t head_hash = 0;
  std::uint64_t row_count = 0;
  std::uint64_t submitted_count = 0;
  std::uint64_t slot_count = 0;  ///< of the hash table, a power of two
  std::uint64_t row_bytes = 0;
  std::uint64_t index_hash = 0;
  std::uint64_t fault_count = 0;

  std::uint64_t head_at() const { return snapshot_front_bytes; }
  std::uint64_t index_at() const { return head_at() + head_bytes; }
  /// Where the hash table begins in the body: behind the rows, on a number's boundary.
  std::uint64_t slots_at() const { return (row_bytes + 3) / 4 * 4; }
  std::uint64_t faults_at() const { return slots_at() + 4 * slot_count; }  ///< in the body, too
  std::uint64_t body_bytes() const { return faults_at() + 4 * fault_count; }
  std::uint64_t block_count() const {
    return (body_bytes() + snapshot_block_bytes - 1) / snapshot_block_bytes;
  }
  std::uint64_t index_bytes() const { return 8 * block_count() + 4 * submitted_count; }
  std::uint64_t body_at() const { return index_at() + index_bytes(); }
  std::uint64_t bytes() const { return body_at() + body_bytes(); }
};

/// Reads the front, if it is one and its own hash is right; likewise the head.
std::optional<SnapshotFront> read_snapshot_front(std::string_view bytes);
std::optional<SnapshotHead> read_snapshot_head(std::string_view bytes, const SnapshotFront& front);

/// The index part.
class SnapshotIndex {
 public:
  static std::optional<SnapshotIndex> read(std::string bytes, const SnapshotFront& front);

  /// Where the rows of submitted problems begin.
  std::span<const std::uint32_t> submitted() const { return submitted_; }
  /// Whether a block of the body is what was written.
  bool is_sound(std::size_t block, std::string_view bytes) const;

 private:
  std::unique_ptr<std::string> bytes_;  // its place does not move with the index
  std::span<const std::uint64_t> block_hashes_;
  std::span<const std::uint32_t> submitted_;
};

/// The slot of the hash table at which the search for a row begins, by its id, and goes on slot by
/// slot, behind the last one at the first: a slot holds where a row begins plus one, or 0 where the
/// search ends.
std::size_t snapshot_slot(std::string_view id, std::size_t slot_count);

/// What a snapshot keeps of a fault's number.
constexpr std::uint32_t snapshot_fault(std::uint64_t fault) {
  return static_cast<std::uint32_t>(fault >> 32);
}

}  // namespace sihu
