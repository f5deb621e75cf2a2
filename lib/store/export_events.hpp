#pragma once

#include "report/table.hpp"
#include "store/event_stream.hpp"
#include "store/files.hpp"

#include <cstddef>

namespace sihu {

/// What to say of an export.
struct ExportedEvents {
  std::size_t redacted = 0;  ///< lines whose redacted texts went out: TSV alone
  std::size_t readable = 0;  ///< review sheets that are not sealed
};

/// Gives every event to `sink`, in large blocks.
///
/// `Format::tsv`: the lines as they are, byte for byte what `LC_ALL=C sort -m -u` makes of the
/// lines of all files that do not begin with `#`. `Format::jsonl`: an object a line, `at person
/// event subject fields check file line`; `fields` is an object of texts. Any other: the same
/// objects in one JSON array.
///
/// Redacted texts are hidden, and what is in review sheets that are not sealed is left out
/// (`sheet`, `note`), and where there are any, every check and digest (`check` is null; `after`,
/// `counted`, `sha256`, `fingerprint`), by which one could try which scores give them; but for TSV,
/// which is the ledger itself.
Result<ExportedEvents> export_events(const EventStream& stream, Format format, const Sink& sink);

}  // namespace sihu
