#pragma once

#include "store/line_source.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace sihu {

/// The digits of the instant at the beginning of a line as one number: in the order of the bytes.
std::uint64_t instant_key(std::string_view line);

/// Files that are being read, the one with the smallest line on top.
class LedgerMerge {
 public:
  bool empty() const { return heap_.empty(); }
  std::uint64_t key() const { return heap_.front().key; }  ///< of the smallest line
  /// Whether another line has the same instant.
  bool is_tied() const;
  const LineSource& top() const { return *heap_.front().source; }

  /// Adds a file, at its first line; one without lines is left out.
  Result<void> add(std::unique_ptr<LineSource> source);
  /// Moves the file on top to its next line, or drops it.
  Result<void> advance();

 private:
  struct Head {
    std::uint64_t key = 0;
    std::unique_ptr<LineSource> source;
  };
  static bool after(const Head& a, const Head& b);
  void sink();

  std::vector<Head> heap_;  // no child stands before its parent
};

}  // namespace sihu
