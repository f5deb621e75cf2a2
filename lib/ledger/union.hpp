#pragma once

#include "wording/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// One copy of a ledger file: its whole lines, and where they come from.
struct LedgerCopy {
  std::string_view bytes;  ///< whole lines only: a torn tail is put aside before
  std::string stored_as;   ///< its name in the workspace; empty: it arrives
  std::string shown;       ///< how faults name it
};

/// What has to be done so that the workspace holds the union of all copies.
///
/// `place` in its order, then `remove`. A stop anywhere in between loses no line, and beginning
/// anew ends at the same names with the same bytes: a fork stands under its own name before the
/// plain name is given to another copy, and a name goes last.
struct Union {
  struct Kept {
    std::string name;  ///< plain, or with `~<key>`
    std::size_t copy;  ///< index of the copy whose bytes it has
  };
  std::vector<Kept> files;          ///< all that there will be; the plain name first, then by key
  std::vector<Kept> place;          ///< those of `files` that are not there yet under that name
  std::vector<std::string> remove;  ///< stored names that are no longer used
};

/// The union of copies of one file, called `plain` (`2026Q4/zb03.k7m2qx.tsv`).
///
/// Depends only on the set of copies, not on their order nor on which are stored. They are compared
/// as bytes. A copy that is a prefix of another is dropped. The key of each that remains is the
/// check of its first line that no other copy has; the smallest keeps the plain name, the others
/// are `zb03.k7m2qx~<key>.tsv`. `Kind::integrity` when such a line does not follow from the one
/// before it (`chain-broken`): one of the copies is damaged, not forked.
Result<Union> unite(const std::string& plain, const std::vector<LedgerCopy>& copies);

/// `zb03.k7m2qx~<key>.tsv` for `zb03.k7m2qx.tsv`.
std::string fork_name(std::string_view plain, std::string_view key);

/// The name of a file without its fork's key.
std::string plain_ledger_name(std::string_view name);

/// How many bytes `a` and `b` have in common from their beginning.
std::size_t common_bytes(std::string_view a, std::string_view b);

}  // namespace sihu
