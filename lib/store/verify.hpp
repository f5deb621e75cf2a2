#pragma once

#include "store/workspace.hpp"
#include "wording/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace sihu {

/// A seal, and what became of the ledger since.
struct SealState {
  Place place;  ///< its closing line
  Instant at;
  Date on;  ///< the organisation's own day
  std::string person;
  std::string fingerprint;  ///< 64 hex digits
  std::size_t files = 0;
  bool intact = true;              ///< every byte it holds is still there, or archived
  std::size_t archived = 0;        ///< sealed files that left with their quarter
  std::vector<std::string> grown;  ///< sealed files that have more lines now, below `ledger/`
  std::vector<std::string> fresh;  ///< files that came since
};

/// A line whose signature is good.
struct SignatureState {
  Place place;
  std::string person;
  std::string event;
  std::string subject;
  std::string key;  ///< the public key, 64 hex digits
};

/// A published key of a sealed paper that is the one its candidates were promised.
struct BankKeyState {
  Place place;
  std::string paper;  ///< as it is typed: `2026Q4 safety`
  std::string bank;   ///< id
};

/// What an examination of ledger files found.
struct Verification {
  std::size_t files = 0;
  std::size_t lines = 0;     ///< event lines that count
  std::size_t evidence = 0;  ///< files in `evidence/` whose bytes were compared
  std::vector<Fault>
      faults;  ///< exit 6: chain, spelling, seal, signature, evidence, an id opened twice
  std::vector<Fault> unreadable;           ///< exit 4: could not be read at all
  std::vector<Fault> refused;              ///< exit 3: not read, such as a link that leads out
  std::vector<Fault> notes;                ///< worth knowing, no fault
  std::vector<SealState> seals;            ///< oldest first
  std::vector<SignatureState> signatures;  ///< good ones, by file and line
  std::vector<BankKeyState> bank_keys;     ///< good ones, in the order of the ledger

  std::size_t fault_count() const { return faults.size() + unreadable.size() + refused.size(); }
  bool intact() const { return fault_count() == 0; }

  /// The list that faults of a failure belong to.
  std::vector<Fault>& faults_of(Kind kind) {
    return kind == Kind::environment ? unreadable : kind == Kind::input ? refused : faults;
  }
};

/// Examines all of a workspace: chains and spelling of every file, evidence and kept documents that
/// lines refer to, seals, signatures, histories, roles and clocks. `now`: lines later than it are
/// counted and said. Reads only. A failure is one that leaves nothing to examine.
Result<Verification> verify_workspace(const Workspace& workspace, Instant now);

/// Examines files by themselves, wherever they are: chain and spelling. Each is a path and how
/// messages call it.
Verification verify_ledger_files(
    const std::vector<std::pair<std::filesystem::path, std::string>>& files);

}  // namespace sihu
