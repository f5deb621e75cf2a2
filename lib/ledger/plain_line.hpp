#pragma once

#include "ledger/event.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sihu {

/// A line cut into its columns where it stands, nothing copied: for those who pass by millions.
class PlainLine {
 public:
  Instant at;
  std::string_view person;
  std::string_view name;
  std::string_view subject;
  std::string_view body;    ///< the line up to its last tab; a tab and the check follow
  std::uint64_t check = 0;  ///< the number that its sixteen digits are

  /// The value under one of `first_keys`, named by its rank (`rank_of`), or an empty text.
  std::string_view get(std::size_t rank) const {
    return (present_ >> rank & 1) != 0 ? values_[rank] : std::string_view{};
  }
  bool has(std::size_t rank) const { return (present_ >> rank & 1) != 0; }
  std::size_t fields() const { return static_cast<std::size_t>(std::popcount(present_)); }

  void clear_fields() { present_ = 0; }
  void set(std::size_t rank, std::string_view value) {
    values_[rank] = value;
    present_ |= std::uint32_t{1} << rank;
  }

 private:
  std::array<std::string_view, first_keys.size()> values_;
  std::uint32_t present_ = 0;
};

/// Where `key` stands in `first_keys`; their number if it is another.
constexpr std::size_t rank_of(std::string_view key) {
  std::size_t rank = 0;
  while (rank < first_keys.size() && first_keys[rank] != key) ++rank;
  return rank;
}

/// Cuts a line (without its LF) of a text that `is_plain_text`. False where this cannot tell
/// quickly that the line is as `write_line` would write it (keys of a newer sihu, escapes, whatever
/// is wrong): then `read_line` decides.
bool read_plain_line(std::string_view line, PlainLine& into);

/// The event that `read_line` makes of a line, out of what `read_plain_line` found in it.
Event event_of(const PlainLine& line);

/// The same for an event that `read_line` gave; the columns are the event's.
void view_event(const Event& event, PlainLine& into);

/// The number that a check's sixteen digits are; nothing if it is no check.
std::optional<std::uint64_t> parse_check(std::string_view digits);

}  // namespace sihu
