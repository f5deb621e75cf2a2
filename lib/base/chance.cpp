#include "base/chance.hpp"

#include "base/sha256.hpp"

#include <numeric>

namespace sihu {

std::uint64_t Chance::next() {
  state_ += 0x9e3779b97f4a7c15;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

std::uint64_t Chance::below(std::uint64_t bound) {
  std::uint64_t drawn = next();
  // Only the last few of the 2^64 numbers can lie behind the last whole multiple of the bound.
  if (drawn < 0 - bound) return drawn % bound;
  const std::uint64_t surplus = (0 - bound) % bound;
  while (drawn > ~std::uint64_t{0} - surplus) drawn = next();
  return drawn % bound;
}

std::uint64_t seed_of(std::string_view text) {
  return sha256_head(text);
}

std::vector<int> shuffled_numbers(int count, std::uint64_t seed) {
  std::vector<int> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), 0);
  Chance(seed).shuffle(numbers);
  return numbers;
}

}  // namespace sihu
