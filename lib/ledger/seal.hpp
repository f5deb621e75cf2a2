#pragma once

#include "ledger/ledger.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A ledger file as a seal holds it: so many bytes from its beginning, and their hash.
struct SealedFile {
  std::string name;  ///< below `ledger/`: `2026Q4/zb03.k7m2qx.tsv`
  std::uint64_t bytes = 0;
  std::string sha256;  ///< 64 hex digits

  friend bool operator==(const SealedFile&, const SealedFile&) = default;
};

/// What somebody held fast: which bytes the ledger had then.
///
/// A seal is one `seal.file` line for each file that changed since the sealer's seal before in that
/// quarter (no bytes: it is gone), then a `seal.close` line with their number and the fingerprint.
/// All in one group, so that there is no half of one. The closing line's `after=` names the seal
/// before, from which the other files are taken over.
struct Seal {
  std::string fingerprint;        ///< 64 hex digits: `seal_fingerprint(files)`
  std::vector<SealedFile> files;  ///< all that the ledger had, by name
  std::size_t entry = 0;          ///< its closing line, in the ledger it was read from
};

/// SHA-256 over `name TAB bytes TAB sha256 LF` of each file, in the byte order of names.
std::string seal_fingerprint(const std::vector<SealedFile>& files);

/// What a person reads aloud or prints on the bulletin: the first 96 bits in six groups,
/// `4f2a-91d0-3be6-a7cc-4f02-88b1`.
std::string short_fingerprint(std::string_view fingerprint);

/// The digits of a fingerprint or of a beginning of it as people write it: in lower case, without
/// dashes and blanks. Nothing for what can be none: fewer than eight digits, or anything else.
std::optional<std::string> fingerprint_digits(std::string_view text);

/// The subject of the closing lines of a device's seals in a quarter. The first seal of a quarter
/// builds on none, so that it stands by itself when earlier quarters are archived.
std::string seal_subject(Quarter quarter, std::string_view device);

/// The lines for a seal of `files` when `before` were those of the sealer's seal before (empty:
/// none). Both are in the order of names.
std::vector<Draft> seal_drafts(const std::vector<SealedFile>& files,
                               const std::vector<SealedFile>& before, const std::string& subject,
                               const std::string& note, const std::string& documents);

/// The seals in a ledger, in the order of their closing lines.
struct SealList {
  std::vector<Seal> seals;
  std::vector<Fault> faults;  ///< `seal-broken`: its lines do not make its fingerprint
  std::vector<Fault> notes;   ///< `seal-waiting`: the seal it builds on has not arrived

  /// The seal whose fingerprint begins with `text` (at least eight digits; dashes and blanks do not
  /// count). `Kind::usage` if it can't be one, `Kind::input` if there is none, or more than one.
  Result<const Seal*> find(std::string_view text) const;
};

SealList read_seals(const Ledger& ledger);

}  // namespace sihu
