#include "plan/rotation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
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

// Blocks of neighbours change places as those do who stand at `places` of them: whoever is in the
// block at place p goes to the block at `moved(p)`.
template <class Moved>
std::vector<int> by_blocks(int n, int count, const BlockPlaces& places, const Moved& moved) {
  const int block = n / count;
  return round_of(n, [&](int i) {
    const auto place = static_cast<int>(std::ranges::find(places, i / block) - places.begin());
    return block * places[static_cast<std::size_t>(moved(place))] + i % block;
  });
}

std::vector<int> by_eight(int n, const BlockPlaces& places, int row) {
  return by_blocks(n, 8, places, [&](int place) {
    return base8[static_cast<std::size_t>(row)][static_cast<std::size_t>(place)];
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

// Three times a power of two: the half turn, the step beside it and twice that step move six whole
// blocks, and no other round goes from a block to the same place in another one.
bool has_six_blocks(int n) {
  return n % 2 == 0 && n == 6 * half_of_evenness(n);
}

int step_of_blocks(int n) {
  return 2 * half_of_evenness(n);
}

std::vector<int> half_turn_of_six(int n, const BlockPlaces& places, bool even_blocks) {
  return by_blocks(n, 6, places, [&](int place) {
    return (place + ((place % 2 == 0) == even_blocks ? 3 : 1)) % 6;
  });
}

std::vector<int> step_of_six(int n, const BlockPlaces& places, int step) {
  const int blocks = step / half_of_evenness(n);
  return by_blocks(n, 6, places, [&](int place) { return (place + blocks + 6) % 6; });
}

// Where in a cycle the rounds are that are no steps. Between them come the steps, then the steps
// reversed.
std::vector<int> special_places(int n, const RotationOrder& order) {
  const int half = static_cast<int>(order.steps.size());
  if (n % 2 != 0) return {};
  if (is_power_of_two(n)) {
    const int next = order.apart + 1;
    const int second = half + 3;
    return {0, next, 2 * next, second, second + next, second + 2 * next, 2 * second};
  }
  return {0, half + 1, 2 * half + 2};
}

std::vector<int> special_round(int n, const RotationOrder& order, int which) {
  if (is_power_of_two(n)) return by_eight(n, order.blocks, which);
  if (has_six_blocks(n))
    return which < 2 ? half_turn_of_six(n, order.blocks, which == 0)
                     : step_of_six(n, order.blocks, -order.beside);
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
RotationOrder begun_with(const RotationOrder& order, int first) {
  std::vector<int> ring = order.steps;
  for (const int step : order.steps) ring.push_back(-step);
  std::rotate(ring.begin(), std::ranges::find(ring, first), ring.end());
  ring.resize(order.steps.size());
  RotationOrder begun = order;
  begun.steps = std::move(ring);
  return begun;
}

// The rounds of eight leave everybody inside the same eighth-part of every block, so that two or
// three of them, one behind the other, tie no such parts together: steps come between them. The
// first has to stay in front, since the fourth is turned round by the last alone.
RotationOrder set_apart(const RotationOrder& order) {
  RotationOrder apart = order;
  apart.apart = static_cast<int>(order.steps.size()) / 2;
  return apart;
}

// The blocks in other places, so that a cycle may follow without turning anybody round too soon.
// Found by trying all: none of the rounds 0, 1 and 2 of eight turns the last one round, nor rounds
// 0 and 1 the last but one, nor round 0 the one before, wherever steps lie between them, and round
// 0 does not begin with the last one again; of six neither the half turn that begins a cycle, nor
// the step behind it, turns the last round round, and one block in six begins with it again, as
// some block must.
constexpr BlockPlaces eight_behind{0, 6, 5, 7, 2, 1, 3, 4};
constexpr BlockPlaces six_behind{0, 1, 4, 5, 3, 2, 6, 7};

RotationOrder with_blocks_moved(const RotationOrder& order, const BlockPlaces& behind) {
  RotationOrder next = order;
  for (std::size_t i = 0; i < next.blocks.size(); ++i)
    next.blocks[i] = order.blocks[static_cast<std::size_t>(behind[i])];
  return next;
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

RotationOrder lasting_order(int n, const RotationOrder& order) {
  if (n % 2 == 0 && is_power_of_two(n)) return set_apart(order);
  if (!has_half_turn(n)) return order;
  if (has_six_blocks(n)) return begun_with(order, step_of_blocks(n));
  return begun_with(order, *first_exchangeable(n, order.steps));
}

std::optional<RotationOrder> order_behind(int n, const RotationOrder& order) {
  if (n < 3 || n == 4) return std::nullopt;
  if (n % 2 != 0) return order;
  if (is_power_of_two(n)) return with_blocks_moved(order, eight_behind);
  if (has_six_blocks(n)) return with_blocks_moved(order, six_behind);
  return exchanged(order, first_exchangeable(n, order.steps));
}

bool repeats_behind(int n) {
  return n > 4 && n % 2 == 0 && (is_power_of_two(n) || has_six_blocks(n));
}

std::optional<int> step_of_round(int n, const RotationOrder& order, int round) {
  const std::vector<int> targets = rotation_round(n, order, round);
  const int step = targets.front();
  for (int i = 0; i < n; ++i)
    if (targets[static_cast<std::size_t>(i)] != (i + step) % n) return std::nullopt;
  return step;
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
  const int step = index < half ? order.steps[index] : -order.steps[index - half];
  if (has_six_blocks(n) && std::abs(step) == step_of_blocks(n))
    return step_of_six(n, order.blocks, step);
  return shifted(n, step);
}

}  // namespace sihu
