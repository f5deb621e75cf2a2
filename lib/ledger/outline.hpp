#pragma once

#include "ledger/header.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What the two ends of a ledger file say, its middle unread: enough to tell copies apart.
struct Outline {
  Header header;
  std::string header_check;       ///< empty: not even the header is whole
  std::uint64_t bytes = 0;        ///< the file's size
  std::uint64_t whole_bytes = 0;  ///< where its last complete line (or part group) ends
  std::string last_check;         ///< of that line; the header's when there is none
  std::vector<Fault> notes;       ///< a tail that does not count

  /// Files of one name that are equal in this are copies of each other; whether the lines between
  /// are untouched is `sihu verify`'s business.
  bool same_as(const Outline& other) const {
    return whole_bytes == other.whole_bytes && last_check == other.last_check;
  }
};

/// The outline of a file of `bytes` bytes from its first and its last ones. `head` has
/// `max_line_bytes` of them, or all; `tail` as many as the caller likes. Nothing when `tail` would
/// have to begin earlier (a group of lines reaches beyond it).
///
/// The header and the last line are read, and their checks compared: faults at `name`,
/// `Kind::integrity`, as `read_ledger_file` has them. A tail that a crash can leave is a note.
Result<std::optional<Outline>> outline(std::string_view head, std::string_view tail,
                                       std::uint64_t bytes, std::string_view name);

}  // namespace sihu
