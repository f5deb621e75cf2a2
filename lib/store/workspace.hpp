#pragma once

#include "document/checklist.hpp"
#include "document/organisation.hpp"
#include "ledger/ledger.hpp"
#include "store/device.hpp"
#include "store/keys.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A checklist as it is used: with what it extends resolved, and the digest under which it is kept.
struct KeptChecklist {
  Checklist checklist;
  std::string text;    ///< canonical YAML, `extends` resolved
  std::string digest;  ///< SHA-256 of `text`, 64 hex digits; lines carry the first 16
};

/// Who records, and by which clock.
struct Author {
  std::string person;  ///< id
  Device device;
  Instant clock;  ///< what the machine's clock says
  std::optional<Instant>
      pretended;  ///< `--now`; counts only in a workspace marked `practice: true`
  std::optional<SigningKey> key = {};  ///< what to sign with, if there is something
};

/// What a decision wants written: the drafts and, for each, the role under which the person acts.
struct Decision {
  std::vector<Draft> drafts;
  RoleName role = RoleName::member;
  /// Documents the drafts rest on: kept as `evidence/<sha256>.yaml` before the lines are written.
  std::vector<std::string> documents;
};

/// Decides on the ledger as it is under the lock.
using Decide = std::function<Result<Decision>(const Ledger&)>;

/// The lines that were written, durable on disk.
struct Receipt {
  std::vector<Event> events;
  std::vector<Fault> notes;  ///< e.g. a torn tail that was moved away
};

/// What a seal holds, for those who read no more than that.
struct SealedView {
  Instant at;
  std::map<std::string, std::uint64_t> files;  ///< `ledger/2026Q4/…` now, and how many bytes of it
};

/// Plans and checklists by their names (`plans/2026Q4.yaml`): the first 16 digits of the SHA-256
/// under which they are kept.
using DocumentDigests = std::map<std::string, std::string>;

/// A workspace on disk. The only way to its files.
class Workspace {
 public:
  /// The nearest folder from `start` upwards that has a sihu.yaml.
  static std::optional<std::filesystem::path> find(const std::filesystem::path& start);

  /// Reads sihu.yaml and the calendars it names. Failures: `Kind::input` with all faults,
  /// `Kind::environment`.
  static Result<Workspace> open(const std::filesystem::path& root) { return open(root, false); }
  /// The same, and what they say is kept in `.sihu/` as long as they do not change: reading YAML
  /// takes longer than the daily questions.
  static Result<Workspace> open_quickly(const std::filesystem::path& root) {
    return open(root, true);
  }

  const std::filesystem::path& root() const { return root_; }
  const Organisation& organisation() const { return organisation_; }
  const std::string& organisation_text() const { return organisation_text_; }
  std::string organisation_digest() const;  ///< SHA-256, 64 hex digits
  const Zone& zone() const { return zone_; }
  const Workdays& workdays() const { return workdays_; }
  const std::vector<Fault>& warnings() const { return warnings_; }

  /// Ids of the checklists in `checklists/`, sorted.
  Result<std::vector<std::string>> checklist_ids() const;
  Result<KeptChecklist> checklist(std::string_view id) const;
  /// The checklist a line names by the first 16 digits of its digest, from `evidence/` (or from
  /// `checklists/` when that still is the same).
  Result<KeptChecklist> checklist_by_digest(std::string_view digest16) const;

  /// A plan or a calendar by its name, `plans/2026Q4.yaml`; nothing: there is none.
  Result<std::optional<std::string>> document(const std::string& name) const;

  /// The workspace as it was when a seal was made: the ledger's sealed bytes and nothing behind
  /// them, sihu.yaml, calendars, plans and checklists as they were kept then (plans and checklists
  /// as they are now, where an older sihu made the seal). `fingerprint` as `SealList::find` takes
  /// it. `Kind::integrity` when some of that is no longer there. Only for reading.
  Result<Workspace> as_sealed(std::string_view fingerprint) const;
  const std::optional<SealedView>& sealed() const { return sealed_; }

  /// Every ledger file, read and brought together; nothing is ever written.
  Result<Ledger> read_ledger(bool check_chain = false) const;

  /// Records what `decide` says, under this device's lock.
  ///
  /// Lock (at most 10 s, then `Kind::environment` naming the holder), torn tail moved away, ledger
  /// read afresh, `decide` asked with it, instants, `after=`, `role=`, `org=`, `clock=` and `part=`
  /// added, one write, one flush. A failed flush is "not known to be durable", `Kind::environment`.
  /// If `decide` fails or wants nothing, nothing is written.
  Result<Receipt> record(const Author& author, const Decide& decide) const;

  /// The same for a step of one problem, named by its id or a part of it: `decide` sees the lines
  /// about the problems that may be meant, and no others, so that it costs the same however long
  /// the ledger is (`read_problem_lines`).
  Result<Receipt> record_step(const Author& author, std::string_view problem,
                              const Decide& decide) const;

  /// Copies a file into `evidence/` under the hash of its bytes (written beside, flushed, renamed)
  /// and gives its name, `<sha256>.<ext>`. A file that is there already is not written again.
  Result<std::string> keep_evidence(const std::filesystem::path& file) const;

  /// Whether `evidence/` has a file of that name; its bytes are `sihu verify`'s business.
  bool has_evidence(std::string_view name) const;

 private:
  Workspace() = default;
  static Result<Workspace> open(const std::filesystem::path& root, bool use_cache);
  Result<void> read_organisation();
  Result<void> read_documents(std::vector<std::string>& calendar_texts);
  bool recall_documents();

  std::filesystem::path root_;
  Organisation organisation_;
  std::string organisation_text_;
  Zone zone_;
  Workdays workdays_;
  std::vector<Fault> warnings_;
  std::optional<SealedView> sealed_;
  std::optional<DocumentDigests> documents_;  // as the seal holds them; nothing: as they are
};

/// The day on which what `author` records is judged: the machine's, or the pretended one in a
/// workspace to practise in.
Date recording_day(const Author& author, const Workspace& workspace);

}  // namespace sihu
