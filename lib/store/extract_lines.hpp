#pragma once

#include "store/workspace.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// A ledger file of which an extract has lines.
struct ExtractedFile {
  std::string name;               ///< `ledger/2026Q4/zb03.k7m2qx.tsv`
  std::uint64_t whole_bytes = 0;  ///< where its last line that counts ends
  std::set<std::uint32_t> lines;  ///< the numbers of those that are kept
  std::size_t omitted = 0;        ///< how many stand for others
};

/// What of a ledger is one branch's, and what those lines rest on.
struct ExtractLines {
  std::vector<ExtractedFile> files;  ///< by name; files without such a line are left out
  std::set<std::string> people;      ///< who recorded those lines, by id; not `-`
  std::set<std::string> evidence;    ///< names of files in `evidence/`
  std::set<std::string> documents;   ///< first 16 digits: checklists, papers, banks

  std::size_t kept() const;
  std::size_t omitted() const;
};

/// The lines that are `branch`'s own: about its problems, checks of it, waivers, its good practice,
/// what its reviews and tests came to; papers and sittings of its people; sessions at which nobody
/// else was; and what has any of that redacted, removed or archived.
///
/// Not what its people recorded about others, score sheets (who gave which score), appraisals,
/// visits and talks, reminders, seals. A line is kept whole or not at all. Every file is read, its
/// chain checked; all faults of all files in one failure.
Result<ExtractLines> extract_lines(const Workspace& workspace, const std::string& branch);

/// The text of an extract: the kept lines of `file`, whose whole lines are `text`, and what stands
/// for the others.
std::string extract_text(std::string_view text, const ExtractedFile& file);

}  // namespace sihu
