#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.hpp"
#include "ledger/event.hpp"
#include "wording/result.hpp"

namespace sihu {

/// What a ledger file says of itself in its first line.
struct Header {
  std::string organisation;
  Quarter quarter;
  std::string branch;  ///< the device's home; `hq` for the committee's
  std::string device;  ///< six letters and digits without look-alikes

  friend bool operator==(const Header&, const Header&) = default;
};

/// `2026Q4/zb03.k7m2qx.tsv`, below `ledger/`.
std::string ledger_file_name(const Header& header);

/// The header line without its check and LF.
std::string write_header(const Header& header);

/// One ledger file, read.
struct LedgerFile {
  std::string name;  ///< as faults name it: `ledger/2026Q4/zb03.k7m2qx.tsv`
  Header header;
  std::string header_check;
  std::vector<Event> events;  ///< complete lines only, in file order; event i stands in line i + 2
  std::uint64_t whole_bytes = 0;  ///< where the last complete line (or part group) ends
  std::uint64_t bytes = 0;        ///< the file's size; more than `whole_bytes`: a torn tail
  std::vector<Fault> notes;   ///< a torn or NUL tail, an unfinished `part=` group: no fault
};

/// Reads a ledger file.
///
/// A tail that a crash can leave (a line without LF, NUL bytes, an unfinished `part=i/n` group at the
/// very end) is ignored and noted. Everything else that `write_line` would not have written, a
/// newer format, lines that go back in time and, if `check_chain`, a check that does not match, is a
/// fault at `name:line`: `Kind::integrity`, all of them in one run.
Result<LedgerFile> read_ledger_file(std::string_view text, std::string_view name,
                                    bool check_chain = true);

}  // namespace sihu
