#pragma once

#include "wording/fault.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sihu {

/// What became of one ledger file.
enum class FileChange {
  added,   ///< was not there
  longer,  ///< has more lines
  forked,  ///< copies went different ways; all are kept
  equal,   ///< nothing new
  older    ///< what arrived is a beginning of what was there
};

/// `new longer forked equal older`.
std::string_view to_string(FileChange change);

struct MergedFile {
  std::string name;  ///< `ledger/2026Q4/zb03.k7m2qx.tsv`
  FileChange change = FileChange::equal;
  std::uint64_t bytes = 0;         ///< gained
  std::vector<std::string> forks;  ///< names of the copies beside the plain one
};

/// An event that applied before, or is new, and does not apply now.
struct LapsedEvent {
  Place place;
  std::string event;
  std::string problem;  ///< its id; of a review or a check the subject, `2026Q4/zb05/p003`
  Phrase why;
  bool applied_before = false;
};

/// A document that is not as it is here. It is not merged.
struct DifferingDocument {
  std::string name;    ///< `checklists/dues.yaml`
  std::string source;  ///< where the other one is
  bool absent_here = false;
};

/// Two findings that are one problem: in two copies that did not know of each other.
struct FoundTwice {
  std::string first;  ///< id of the one that stands for both
  std::string again;
  std::string item;
  std::string closed = {};  ///< the one whose closing closes the other too; may be empty
};

/// What a merge did, or would do.
struct MergeSummary {
  bool dry_run = false;
  std::vector<MergedFile> files;      ///< every ledger file that arrived, by name
  std::vector<std::string> archived;  ///< quarters that were archived: not brought back
  std::vector<LapsedEvent> lapsed;
  bool histories_compared = true;  ///< false: too much to fold here; `sihu verify` tells
  std::vector<std::string>
      opened_twice;                      ///< ids of two problems that stand; a person withdraws one
  std::map<std::string, Phrase> advice;  ///< by such an id: what to do, so that nothing is lost
  std::vector<FoundTwice> found_twice;   ///< come about now; counted once
  std::size_t waiting = 0;               ///< new lines whose problem's opening has not arrived
  std::vector<std::string> evidence_brought;
  std::vector<std::string> evidence_removed;  ///< not restored: the ledger says it was removed
  std::vector<std::string> evidence_deleted;  ///< was here; lines that arrive say it was removed
  std::vector<std::string> evidence_missing;  ///< new lines name it, and it is nowhere
  std::size_t evidence_equal = 0;
  std::vector<DifferingDocument> documents;
  std::vector<Fault> notes;  ///< torn tails and the like

  std::size_t count(FileChange change) const;
  /// A fork that came about now, or one id for two problems: exit 6.
  bool needs_a_person() const;
};

/// The summary for people: a line for each thing that changed or does not fit, then the counts.
std::string merge_as_text(const MergeSummary& summary, Lang lang);

/// The summary as one JSON object. Keys, a contract: `dry_run`, `new`, `longer`, `forked`, `equal`,
/// `older` (counts), `files` (`file change bytes forks`), `archived`, `events` (`file line event
/// problem applied_before why`), `histories_compared`, `opened_twice`, `found_twice` (`first again
/// item`), `waiting`, `evidence`
/// (`brought equal missing removed deleted`), `documents` (`document source difference`), `notes`
/// (`file line name message`).
std::string merge_as_json(const MergeSummary& summary, Lang lang);

/// What a person has to settle, as faults for standard error.
std::vector<Fault> merge_to_settle(const MergeSummary& summary);

}  // namespace sihu
