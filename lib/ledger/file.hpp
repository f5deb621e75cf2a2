#pragma once

#include "ledger/event.hpp"
#include "ledger/header.hpp"
#include "wording/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// One ledger file, read.
struct LedgerFile {
  std::string name;  ///< as faults name it: `ledger/2026Q4/zb03.k7m2qx.tsv`
  Header header;
  std::string header_check;  ///< empty: not even the header is whole (a crash while it was created)
  std::vector<Event> events;  ///< complete lines only, in file order; event i stands in line i + 2
  /// The numbers of their lines where only some were read, 0: not known; empty: all were.
  std::vector<std::uint32_t> numbers = {};
  std::uint64_t whole_bytes = 0;  ///< where the last complete line (or part group) ends
  std::uint64_t bytes = 0;        ///< the file's size; more than `whole_bytes`: a torn tail
  std::vector<Fault> notes;       ///< a torn or NUL tail, an unfinished `part=` group: no fault

  /// The check that the next line of this file builds on.
  const std::string& last_check() const {
    return events.empty() ? header_check : events.back().check;
  }
};

/// Reads a ledger file.
///
/// A tail that a crash can leave (a line without LF, NUL bytes, an unfinished `part=i/n` group at
/// the very end) is ignored and noted. Everything else that `write_line` would not have written, a
/// newer format, lines that do not ascend in time and, if `check_chain`, a check that does not
/// match, is a fault at `name:line`: `Kind::integrity`, all of them in one run (after 1000 the rest
/// is counted as one). A line that stands for one that was left out (`is_omission`) has its place
/// in the chain by the check it states; whether it may be there its reader decides.
Result<LedgerFile> read_ledger_file(std::string_view text, std::string_view name,
                                    bool check_chain = true);

}  // namespace sihu
