#include "plan/rotation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

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

// The eight in other places, so that none of the first three permutations turns the last one round
// or begins with it. Found by trying all.
constexpr std::array<int, 8> base8_behind{0, 2, 6, 3, 5, 1, 4, 7};

// Blocks of n/8 neighbours change places as the eight do who stand at `blocks`.
std::vector<int> by_eight(int n, const std::array<int, 8>& blocks, int row) {
  const int block = n / 8;
  return round_of(n, [&](int i) {
    const auto place = std::ranges::find(blocks, i / block) - blocks.begin();
    const int moved = base8[static_cast<std::size_t>(row)][static_cast<std::size_t>(place)];
    return block * blocks[static_cast<std::size_t>(moved)] + i % block;
  });
}

// The half turn n/2 has no reverse of its own. Together with a step that leads from an even block
// of s to an odd one and back, as the half turn does, it gives two rounds: in the one the even
// blocks take the half turn and the odd the step, in the other the other way round.
std::vector<int> half_turn(int n, int step, bool even_blocks) {
  const int block = half_of_evenness(n);
  return round_of(n, [&](int i) {
    const bool even = i / block % 2 == 0;
    return (i + (even == even_blocks ? n / 2 : step) + n) % n;
  });
}

// Where in a cycle the rounds are that are no steps. Between them come the steps, then the steps
// reversed.
std::vector<int> special_places(int n, const RotationOrder& order) {
  const int half = static_cast<int>(order.steps.size());
  if (n % 2 != 0) return {};
  if (is_power_of_two(n))
    return {0, 1, 2, half + 3, half + 4, half + 5, 2 * half + 6 - order.early};
  return {0, half + 1 - order.early, 2 * (half + 1 - order.early)};
}

std::vector<int> special_round(int n, const RotationOrder& order, int which) {
  if (is_power_of_two(n)) return by_eight(n, order.blocks, which);
  if (which < 2) return half_turn(n, order.beside, which == 0);
  return shifted(n, -order.beside);
}

bool has_half_turn(int n) {
  return n % 2 == 0 && !is_power_of_two(n);
}

// The first of the steps that could stand beside the half turn.
std::vector<int>::const_iterator first_exchangeable(int n, const std::vector<int>& steps) {
  const int block = half_of_evenness(n);
  return std::ranges::find_if(steps,
                              [&](int step) { return step % block == 0 && step / block % 2 != 0; });
}

// A cycle ends with the reverse of the step s beside its half turn, so the next can't begin with s.
// It begins with another step t beside the half turn, whose reverse was made in the first half of
// the cycle before. All other steps may come as early as before, or one round earlier, where t is
// missing now. s comes among them, its reverse in the first half: neither is near the end of the
// cycle before.
RotationOrder exchanged(const RotationOrder& order, std::vector<int>::const_iterator found) {
  RotationOrder next{order.steps, -*found};
  next.steps.erase(next.steps.begin() + (found - order.steps.begin()));
  next.steps.insert(next.steps.begin() + std::ssize(next.steps) / 2, -order.beside);
  return next;
}

// The steps and their reverses are a ring: whatever goes over the front comes reversed at the end.
RotationOrder begun_with(const RotationOrder& order, std::vector<int>::const_iterator first) {
  RotationOrder begun = order;
  begun.steps.assign(first, order.steps.end());
  for (auto step = order.steps.begin(); step != first; ++step) begun.steps.push_back(-*step);
  return begun;
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

RotationOrder order_of(int n, std::vector<int> steps) {
  return {std::move(steps), has_half_turn(n) ? half_of_evenness(n) : 0};
}

RotationOrder lasting_order(int n, const RotationOrder& order, int window) {
  if (n % 2 != 0 || n < 6) return order;
  RotationOrder lasting = order;
  const int half = static_cast<int>(order.steps.size());
  if (has_half_turn(n)) {
    const auto found = first_exchangeable(n, order.steps);
    if (found != order.steps.end()) return begun_with(order, found);
    lasting.early = std::max(0, half + 1 - window);
  } else {
    lasting.early = std::clamp(half + 3 - window, 0, half);
  }
  return lasting;
}

std::optional<RotationOrder> order_behind(int n, const RotationOrder& order) {
  if (n < 3 || n == 4) return std::nullopt;
  if (n % 2 != 0) return order;
  if (has_half_turn(n)) {
    const auto found = first_exchangeable(n, order.steps);
    if (found != order.steps.end()) return exchanged(order, found);
  }
  if (order.early == 0) return std::nullopt;
  RotationOrder next = order;
  // The reverse of the step takes its place: what it was made last is made again, not turned round.
  next.beside = -order.beside;
  for (std::size_t i = 0; i < next.blocks.size(); ++i)
    next.blocks[i] = order.blocks[static_cast<std::size_t>(base8_behind[i])];
  return next;
}

std::vector<int> rotation_round(int n, const RotationOrder& order, int round) {
  if (n == 2) return {1, 0};
  if (n == 4) return shifted(4, round == 0 ? 1 : -1);
  const std::vector<int> special = special_places(n, order);
  const auto next = std::ranges::lower_bound(special, round);
  const int before = static_cast<int>(next - special.begin());
  if (next != special.end() && *next == round) return special_round(n, order, before);
  const auto half = order.steps.size();
  const auto index = static_cast<std::size_t>(round - before);
  return shifted(n, index < half ? order.steps[index] : -order.steps[index - half]);
}

}  // namespace sihu
