#pragma once

#include "calendar/instant.hpp"
#include "wording/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// Where a ledger file ends, seen from its last lines alone.
struct FileTail {
  std::string last_check;  ///< of the last line that counts
  Instant newest;          ///< and its instant
  std::size_t whole = 0;   ///< where, in the text that was read, what does not count begins
};

/// Reads the end of a ledger file. `text` begins with a line (not the header), of which nothing but
/// its own check is believed: every line behind it must follow in time and chain, `Kind::integrity`
/// with all faults; so is a line that
/// stands for one that was left out: an extract is not written on. Nothing as a value: these lines
/// do not tell, read more of the file (no line that counts, or a `part=` group that began before).
Result<std::optional<FileTail>> read_file_tail(std::string_view text, std::string_view name);

}  // namespace sihu
