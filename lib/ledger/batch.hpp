#pragma once

#include "ledger/ledger.hpp"
#include "ledger/signature.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// Where one of a device's own files ends: what its next line builds on.
struct FileEnd {
  Header header;
  std::string last_check;         ///< empty: not even the header is whole
  std::optional<Instant> newest;  ///< nothing: no line yet
};

FileEnd end_of(const LedgerFile& file);

/// Who writes, where and when.
struct Writer {
  std::string organisation;
  std::string home;
  std::string device;
  std::string person;
  std::string role;    ///< may be empty
  std::string digest;  ///< `org=`: the first 16 digits of sihu.yaml's SHA-256
  Instant clock;       ///< the machine's
  std::vector<std::string> signed_events = {};  ///< events whose lines are signed,
  Sign sign = {};                               ///< with this
};

/// Lines that are to be written together, at the end of one file.
struct Batch {
  Header header;              ///< of the file they go to
  bool new_file = false;      ///< `bytes` begin with the header
  std::vector<Event> events;  ///< with their checks
  std::string bytes;          ///< every line with its LF
};

/// The lines for `drafts`: one instant each, the first being the clock, or one millisecond past the
/// newest event of the file, of any of the subjects in `seen` or of what a draft names as `past`,
/// whichever is latest; all of a
/// batch lie in one quarter. Adds `after=` (unless the draft names one; two drafts about one
/// subject follow each other), `part=`, `role=`, `org=`, `clock=` where the instant is over a
/// minute from the clock, and `sig=`.
///
/// What comes out was read back and is the same. `Kind::input` with every reason why a draft cannot
/// be written.
Result<Batch> write_batch(const std::vector<Draft>& drafts, const Writer& writer,
                          const Ledger& seen, const std::vector<FileEnd>& own, const Zone& zone);

}  // namespace sihu
