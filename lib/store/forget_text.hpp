#pragma once

#include "problem/forgetting.hpp"
#include "store/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What became of a line whose texts were to be hidden.
struct LineRedaction {
  Redaction redaction;            ///< as the ledger has it
  Place line;                     ///< the line that it hides
  bool recorded = false;          ///< by this call; else somebody had decided so before
  std::vector<Place> same_words;  ///< other lines in which the same words can still be read
  std::vector<Fault> notes;       ///< of recording
};

/// The check of the line that `typed` names: `2026Q4/zb03.k7m2qx.tsv:17`, with `ledger/` before it
/// or not, or a beginning of its check, six digits at least. `Kind::input` if there is none or are
/// several.
Result<std::string> find_line(const Workspace& workspace, const Ledger& ledger,
                              std::string_view typed);

/// Records that the texts of a line are hidden from now on. Where that stands already nothing is
/// recorded. Failures as `Workspace::record`, `redact_line` and `find_line`.
Result<LineRedaction> forget_text(const Workspace& workspace, const Author& author,
                                  std::string_view typed, std::string_view reason);

}  // namespace sihu
