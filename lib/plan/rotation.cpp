#include "plan/rotation.hpp"

#include <array>
#include <cstddef>

namespace sihu {

namespace {

// Seven permutations of eight that use every ordered pair once, none with a mutual pair, each
// reversed in another half. Found by search; 8 branches have no closed form of the other kind.
constexpr std::array<std::array<int, 8>, 7> base8{{
    {1, 2, 3, 6, 0, 4, 7, 5},
    {2, 5, 6, 7, 3, 0, 4, 1},
    {3, 4, 5, 1, 7, 6, 0, 2},
    {4, 6, 1, 5, 2, 7, 3, 0},
    {5, 7, 0, 4, 6, 1, 2, 3},
    {6, 3, 7, 0, 1, 2, 5, 4},
    {7, 0, 4, 2, 5, 3, 1, 6},
}};

bool is_power_of_two(int n) {
  return (n & (n - 1)) == 0;
}

// Half the largest power of two in n: even n that are no power of two.
int half_of_evenness(int n) {
  return (n & -n) / 2;
}

template <class Target>
std::vector<int> round_of(int n, const Target& target) {
  std::vector<int> targets(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) targets[static_cast<std::size_t>(i)] = target(i);
  return targets;
}

std::vector<int> shifted(int n, int step) {
  return round_of(n, [&](int i) { return ((i + step) % n + n) % n; });
}

// Blocks of n/8 neighbours change places as the eight do.
std::vector<int> by_eight(int n, int row) {
  const int block = n / 8;
  return round_of(n, [&](int i) {
    const auto moved = base8[static_cast<std::size_t>(row)][static_cast<std::size_t>(i / block)];
    return block * moved + i % block;
  });
}

// The half turn n/2 has no reverse of its own. Together with the step s it gives two rounds:
// blocks of s take the half turn and the step by turns, in the one round the even blocks first,
// in the other the odd.
std::vector<int> half_turn(int n, bool even_blocks) {
  const int step = half_of_evenness(n);
  return round_of(n, [&](int i) {
    const bool even = i / step % 2 == 0;
    return (i + (even == even_blocks ? n / 2 : step)) % n;
  });
}

// The rounds of a cycle: some special ones, the steps, special ones again, the steps reversed.
struct Layout {
  int before = 0;
  int between = 0;
};

Layout layout_of(int n) {
  if (n % 2 != 0) return {};
  if (is_power_of_two(n)) return {3, 3};
  return {1, 1};
}

std::vector<int> special_round(int n, int which) {
  if (is_power_of_two(n)) return by_eight(n, which);
  if (which < 2) return half_turn(n, which == 0);
  return shifted(n, -half_of_evenness(n));
}

}  // namespace

int rotation_rounds(int n) {
  if (n < 2) return 0;
  return n == 4 ? 2 : n - 1;
}

std::vector<int> natural_steps(int n) {
  std::vector<int> steps;
  if (n == 4) return {1};
  for (int step = 1; 2 * step < n; ++step) {
    if (n % 2 == 0 && is_power_of_two(n) && step % (n / 8) == 0) continue;
    if (n % 2 == 0 && !is_power_of_two(n) && step == half_of_evenness(n)) continue;
    steps.push_back(step);
  }
  return steps;
}

std::vector<int> rotation_round(int n, const std::vector<int>& steps, int round) {
  if (n == 2) return {1, 0};
  if (n == 4) return shifted(4, round == 0 ? 1 : -1);
  const auto [before, between] = layout_of(n);
  const int half = static_cast<int>(steps.size());
  if (round < before) return special_round(n, round);
  round -= before;
  if (round < half) return shifted(n, steps[static_cast<std::size_t>(round)]);
  round -= half;
  if (round < between) return special_round(n, before + round);
  round -= between;
  if (round < half) return shifted(n, -steps[static_cast<std::size_t>(round)]);
  return special_round(n, before + between);
}

}  // namespace sihu
