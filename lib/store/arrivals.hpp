#pragma once

#include "wording/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a source of a merge is made of.
enum class ArrivalKind {
  ledger,    ///< a ledger file
  evidence,  ///< `<sha256>.<ext>`
  document   ///< sihu.yaml, a checklist, …: compared, never merged
};

/// One file that arrives.
struct Arrival {
  ArrivalKind kind = ArrivalKind::ledger;
  std::filesystem::path file;  ///< where its bytes are
  std::string shown;           ///< how messages call it
  std::string name;            ///< of evidence and documents: `checklists/dues.yaml`
};

/// What a path inside a source is, by its names alone: `…/ledger/2026Q4/zb03.k7m2qx.tsv`,
/// `…/evidence/<sha256>.jpg`, `…/checklists/dues.yaml`; a .tsv that lies in no `ledger` folder as
/// well. Nothing: no business of a merge (hidden, a cache, something else).
struct ArrivalName {
  ArrivalKind kind = ArrivalKind::ledger;
  std::string name;

  friend bool operator==(const ArrivalName&, const ArrivalName&) = default;
};
std::optional<ArrivalName> arrival_name(const std::filesystem::path& inside);

/// What the sources of a merge consist of.
struct Arrivals {
  std::vector<Arrival> files;
  std::vector<Fault> notes;  ///< what looks like a ledger and is not taken; a source without one
};

/// A source as the user named it.
struct MergeSource {
  std::filesystem::path path;
  std::string shown;
};

/// What the sources are made of: workspaces, `ledger/` folders and the folders of quarters in them,
/// ledger files, and .tar.gz or .zip of any of them, which are unpacked into `staging`, a folder of
/// the caller's. Every fault of every source: 4 if one could not be read, 2 if one is part of the
/// workspace at `target`, 3 if there is nothing to merge in it.
Result<Arrivals> collect_arrivals(const std::vector<MergeSource>& sources,
                                  const std::filesystem::path& target,
                                  const std::filesystem::path& staging);

}  // namespace sihu
