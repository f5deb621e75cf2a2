#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu {

/// Reproducible chance: the same seed gives the same draws on every platform, for ever.
///
/// It is SplitMix64 (Steele, Lea and Flood 2014). Nothing of <random> and no std::shuffle is used:
/// what those draw differs between standard libraries, while plans and papers must not. Good for
/// drawing lots, useless for secrets.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  /// The next 64 bits.
  std::uint64_t next();

  /// A number from 0 to `bound` - 1, all equally likely: draws that would favour small numbers are
  /// thrown away, the rest is taken modulo `bound`, which must not be 0.
  std::uint64_t below(std::uint64_t bound);

  /// Puts `items` into a random order, all orders equally likely (Fisher and Yates, from the last
  /// item to the second).
  template <class Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t left = items.size(); left > 1; --left) {
      const auto chosen = static_cast<std::size_t>(below(left));
      using std::swap;
      swap(items[left - 1], items[chosen]);
    }
  }

 private:
  std::uint64_t state_;
};

/// The seed that a text stands for, such as the numbers of a public lottery: the first eight bytes
/// of its SHA-256, the first byte on top.
std::uint64_t seed_of(std::string_view text);

/// The numbers 0 to `count` - 1 in the order that `seed` draws.
std::vector<int> shuffled_numbers(int count, std::uint64_t seed);

}  // namespace sihu
