#pragma once

#include "ledger/file.hpp"
#include "ledger/redaction.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sihu {

/// An event and where it stands.
struct Entry {
  Event event;
  std::uint32_t file = 0;  ///< index into `Ledger::files`
  std::uint32_t line = 0;  ///< from 1
};

struct LedgerFileFacts {
  std::string name;
  Header header;
  std::uint64_t bytes = 0;
};

/// All the events of a workspace in their one order: the byte order of their lines. The same line
/// in two files counts once.
struct Ledger {
  std::vector<LedgerFileFacts> files;
  std::vector<Entry> entries;
  std::vector<Fault> notes;  ///< torn tails and the like: said once on standard error, no fault

  /// `file:line` of an entry.
  Place place(const Entry& entry) const;
};

/// Brings files together. Deterministic: the order of `files` does not matter. The texts of lines
/// that they, or `more`, say are redacted are hidden: nobody behind this sees them.
Ledger join_ledger(std::vector<LedgerFile> files, const Redactions& more = {});

/// The check of the newest event about `subject` and its instant, for `after=`; empty if there is
/// none. Newest: last in the ledger's order.
struct LastEvent {
  std::string check;
  Instant at;
};
LastEvent last_event_of(const Ledger& ledger, std::string_view subject);

}  // namespace sihu
