#pragma once

#include "snapshot/snapshot.hpp"
#include "store/scan.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What a ledger file has behind what a snapshot saw of it.
struct Tail {
  std::string name;
  std::uint64_t from = 0;  ///< 0: the file is new
  std::string check;       ///< of the line before
};

/// What is new since a snapshot.
struct Changes {
  std::vector<Tail> tails;
  std::vector<std::string> torn;  ///< unchanged files whose end does not count
  std::uint64_t bytes = 0;        ///< of all tails
};

/// More new bytes than this are better folded with all the others.
inline constexpr std::uint64_t most_new_bytes = 4u << 20;

/// Compares marks, both ascending by name. Nothing where a file did anything but grow: then the
/// snapshot says nothing of today's ledger.
std::optional<Changes> changes_since(const std::vector<FileMark>& then,
                                     const std::vector<FileMark>& now);

/// Opens `stream`, made for `tail.name`, where the tail begins. False as a value: what stood before
/// it is not what the snapshot saw.
Result<bool> open_tail(LedgerStream& stream, const std::filesystem::path& root, const Tail& tail);

}  // namespace sihu
