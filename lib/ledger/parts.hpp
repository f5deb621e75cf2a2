#pragma once

#include "wording/text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sihu {

/// `part=i/n`: the i-th of n lines that were written together, 1 ≤ i ≤ n, n from 2 to 999999.
struct Part {
  int index = 0;
  int size = 0;

  static std::optional<Part> parse(std::string_view text);
};

/// Follows the groups of lines through a file: each stands together, complete and in order; only
/// the last may be unfinished, by a crash.
class PartGroups {
 public:
  struct Open {
    int size = 0;
    std::size_t first_event = 0;  ///< index of the group's first event
    std::uint64_t offset = 0;     ///< where its line begins
  };

  /// The next line's `part=` (empty: it has none), its event's index and its offset. What is wrong,
  /// if it does not follow.
  std::optional<Phrase> take(std::string_view part, std::size_t event, std::uint64_t offset);

  /// The group that lacks its last lines, if there is one.
  std::optional<Open> unfinished() const { return open_; }

 private:
  std::optional<Phrase> follow(const Part& part, std::size_t event, std::uint64_t offset);

  std::optional<Open> open_;
  int next_ = 1;
};

}  // namespace sihu
