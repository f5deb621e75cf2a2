#pragma once

#include "ledger/batch.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace sihu {

/// Where one of this device's files ends.
struct OwnEnd {
  std::string name;
  FileEnd end;
  std::uint64_t whole_bytes = 0;  ///< where the next line goes
  std::uint64_t bytes = 0;        ///< more than `whole_bytes`: a torn tail
};

/// Reads it, and checks the chain as far as it reads: all of a small file, the last lines of a
/// large one, so that writing a line costs the same however many there are. `sihu verify` checks it
/// all.
Result<OwnEnd> read_own_end(const std::filesystem::path& root, const std::string& name,
                            std::string_view organisation);

}  // namespace sihu
