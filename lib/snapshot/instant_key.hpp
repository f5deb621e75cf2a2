#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace sihu {

/// An instant as lines spell it, 24 bytes, as numbers that are in order as instants are: to be
/// compared for every line without a call. Made of nothing it stands before all of them.
class InstantKey {
 public:
  InstantKey() = default;
  explicit InstantKey(const char* instant)
      : words_{word_at(instant), word_at(instant + 8), word_at(instant + 16)} {}

  /// A part of it from its beginning on, to be compared.
  struct Minute {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend auto operator<=>(const Minute&, const Minute&) = default;
  };
  /// All of it up to its minute, `2026-10-12T01:30`.
  Minute minute() const { return {words_[0], words_[1]}; }
  /// Its day and tens of hours, `2026-10-12T0`: a slice of time.
  Minute slice() const { return {words_[0], words_[1] >> 32}; }

  friend auto operator<=>(const InstantKey&, const InstantKey&) = default;

 private:
  static std::uint64_t word_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return std::endian::native == std::endian::little ? __builtin_bswap64(word) : word;
  }

  std::array<std::uint64_t, 3> words_{};
};

}  // namespace sihu
