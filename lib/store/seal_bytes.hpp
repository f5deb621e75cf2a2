#pragma once

#include "ledger/seal.hpp"
#include "store/workspace.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// The lines of all seals of a workspace, and no others.
Result<Ledger> read_seal_lines(const Workspace& workspace);

/// Looks for the bytes that seals hold among the files that there are now. A merge may have given
/// them another name: a file and its forks are one family.
class SealedBytes {
 public:
  /// Reads every file of which a seal holds something, once.
  static Result<SealedBytes> compare(const Workspace& workspace, const std::vector<Seal>& seals);

  /// The name, below the workspace, of a file that begins with those bytes; nothing: there is none.
  const std::string* find(const SealedFile& file) const;

  /// Whether it left with a quarter that was archived: it is gone rightly.
  bool is_archived(const SealedFile& file) const;

  /// What became of sealed files that are gone, or have fewer or other bytes now: at its name, with
  /// the first seal that says so. Archived ones are left out.
  std::vector<Fault> faults(const std::vector<Seal>& seals, const Ledger& lines) const;

  /// The sizes of all ledger files now, by name below `ledger/`.
  const std::map<std::string, std::uint64_t>& sizes() const { return sizes_; }

 private:
  std::map<std::string, std::uint64_t> sizes_;
  std::optional<Quarter> archived_;           // up to this one
  std::map<std::string, std::string> found_;  // by the sealed file's name, size and hash
};

}  // namespace sihu
