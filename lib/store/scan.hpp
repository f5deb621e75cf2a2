#pragma once

#include "ledger/header.hpp"
#include "ledger/parts.hpp"
#include "snapshot/instant_key.hpp"
#include "snapshot/raw_line.hpp"
#include "store/files.hpp"
#include "wording/result.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace sihu {

/// What is known of a ledger file that was gone through.
struct ScannedFile {
  std::string name;  ///< `ledger/2026Q4/zb03.k7m2qx.tsv`
  Header header;
  std::string last_check;         ///< of its last whole line
  std::uint64_t whole_bytes = 0;  ///< where its last whole line (or part group) ends
  std::uint64_t bytes = 0;        ///< its size; more than `whole_bytes`: a tail that does not count
};

/// The lines of a ledger file, one after the other, read in blocks, in little memory. Whole lines
/// and complete `part=` groups only.
///
/// What a reader notices in passing, a line that is none, a wrong header, instants that do not
/// ascend, a broken group, ends it with `Kind::integrity`; `read_ledger_file` says all that is
/// wrong.
class LedgerStream {
 public:
  LedgerStream(std::string name, std::string_view organisation, std::size_t block_bytes)
      : organisation_(organisation), block_(new char[block_bytes]), block_bytes_(block_bytes) {
    file_.name = std::move(name);
  }

  /// Opens the file and reads its header.
  Result<void> open(const std::filesystem::path& root);

  /// Opens it to go on at `from`, behind a line whose check was `check`. False as a value:
  /// something else stands there now.
  Result<bool> open_at(const std::filesystem::path& root, std::uint64_t from,
                       std::string_view check);

  /// Goes to the next line. False at the end, and where the file is damaged or cannot be read.
  bool next();

  const RawLine& line() const { return line_; }
  const TailFields& tail() const { return tail_; }
  std::uint64_t offset() const { return offset_; }
  /// The line's number, from 1, in a stream that began with `open`.
  std::uint32_t number() const { return number_; }

  /// After the last line: what is known of the file now, or why it ended early.
  Result<ScannedFile> finish();

 private:
  struct Held {
    std::uint64_t offset = 0;
    std::string text;
  };

  bool read_line(std::string_view& text, std::uint64_t& offset);
  bool refill();
  bool give_held();
  bool follows(std::string_view at);
  void stand_at(const RawLine& line, const TailFields& tail, std::uint64_t offset,
                std::size_t size);

  ScannedFile file_;
  std::string organisation_;
  Descriptor descriptor_;
  std::unique_ptr<char[]> block_;  // not set to anything before it is read into
  std::size_t block_bytes_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::uint64_t base_ = 0;  // offset of the block in the file
  RawLine line_;
  TailFields tail_;
  std::uint64_t offset_ = 0;
  std::uint32_t number_ = 1;  // of the header
  PartGroups parts_;
  std::deque<Held> held_;  // a group that is not complete yet, or is being given out
  std::string given_;      // the text that `line_` looks at, of a group
  bool giving_ = false;
  bool damaged_ = false;
  int error_ = 0;  // why reading stopped before the end
  InstantKey before_;
};

}  // namespace sihu
