#pragma once

#include "store/workspace.hpp"
#include "wording/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// An event line on its way, without LF.
struct StreamedLine {
  std::string_view bytes;
  std::string_view file;     ///< `ledger/2026Q4/zb03.k7m2qx.tsv`
  std::uint32_t number = 0;  ///< its line there
};

/// All event lines of a workspace in their one order, each once, without holding them: byte for
/// byte what `LC_ALL=C sort -m -u` makes of the files.
class EventStream {
 public:
  /// Looks through every file first. Every fault of every one in one failure, as
  /// `Workspace::read_ledger` has it.
  static Result<EventStream> open(const Workspace& workspace);

  const std::vector<Fault>& notes() const { return notes_; }
  /// What its lines say is hidden.
  const Redactions& redactions() const { return redactions_; }
  /// Whether a review sheet among them is not sealed.
  bool has_readable_sheets() const { return has_readable_sheets_; }
  bool empty() const { return files_.empty(); }

  /// Shows every line to `take`, until it gives false. A failure when a file can't be read any
  /// more.
  Result<void> each(const std::function<bool(const StreamedLine&)>& take) const;

 private:
  struct File {
    std::string name;
    std::uint64_t whole_bytes = 0;
    std::uint64_t begins = 0;  // the key of its first line
  };

  std::filesystem::path root_;
  std::vector<File> files_;  // sorted by `begins`, the last first; those without lines left out
  std::vector<Fault> notes_;
  Redactions redactions_;
  bool has_readable_sheets_ = false;
};

}  // namespace sihu
