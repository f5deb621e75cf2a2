#pragma once

#include "store/files.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace sihu {

/// Reads lines at known places of a ledger file, a block at a time.
class LineAt {
 public:
  Result<void> open(const std::filesystem::path& root, const std::string& name);

  /// The line (without LF) that begins at `offset`; good until the next call.
  Result<std::string_view> read(std::uint64_t offset);

 private:
  std::string name_;
  Descriptor file_;
  std::string block_;
  std::uint64_t begin_ = 0;  // of the block, in the file
  std::uint64_t end_ = 0;
};

}  // namespace sihu
