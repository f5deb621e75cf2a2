#pragma once

#include "wording/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sihu {

/// The event lines of one ledger file that is sound up to `whole_bytes`, one after the other, of
/// which only a block is held at a time.
///
/// The file is opened for every block, so that there may be more of them than a process may have
/// open. What is appended meanwhile is not seen; a file that was replaced is a failure.
class LineSource {
 public:
  LineSource(std::filesystem::path file, std::string name, std::uint64_t whole_bytes);

  /// Goes to the next line; false: there is none.
  Result<bool> advance();
  std::string_view line() const { return line_; }  ///< without its LF; valid until `advance`
  std::uint32_t number() const { return number_; }
  const std::string& name() const { return name_; }

 private:
  Result<void> fill();
  tl::unexpected<Failure> changed() const;

  std::filesystem::path file_;
  std::string name_;
  std::uint64_t left_;  // bytes that are still to be read
  std::uint64_t at_ = 0;
  std::string buffer_;
  std::string_view unread_;  // of the buffer
  std::string_view line_;
  std::uint32_t number_ = 0;
  std::optional<std::pair<std::uint64_t, std::uint64_t>> identity_;  // device and inode
};

}  // namespace sihu
