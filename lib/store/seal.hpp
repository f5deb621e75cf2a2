#pragma once

#include "ledger/seal.hpp"
#include "store/workspace.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What `sihu seal` did.
struct SealReceipt {
  std::string fingerprint;  ///< empty: the ledger has nothing to seal
  std::size_t files = 0;
  bool written = false;     ///< else nothing changed since the sealer's seal before, which stands
  std::size_t changed = 0;  ///< files that are new since then, or have more lines
  std::uint64_t bytes = 0;
  std::string key;  ///< the public key it was signed with; empty: not signed
  std::vector<Fault> notes;
};

/// Holds fast which bytes the ledger has now: `seal.file` and `seal.close` lines in the author's
/// own file, up to which it is sealed too, and the calendars, plans and checklists that count.
///
/// Every chain is checked first, and that nothing sealed before has changed: `Kind::integrity` with
/// all that is wrong. Where nothing changed since the author's last seal but that seal itself, nor
/// any of those documents, it stands and nothing is written.
Result<SealReceipt> make_seal(const Workspace& workspace, const Author& author,
                              const std::string& note);

}  // namespace sihu
