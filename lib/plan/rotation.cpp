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

// Rotations of six and eight in which a round and the next tie all branches together: of six
// always, of eight but for two of six times. Found by trying all; with A→B and B→A as far apart
// there are none better.
constexpr std::array<std::array<int, 8>, 5> paired6{{
    {1, 2, 3, 4, 5, 0},
    {2, 5, 4, 1, 0, 3},
    {3, 0, 5, 2, 1, 4},
    {4, 3, 0, 5, 2, 1},
    {5, 4, 1, 0, 3, 2},
}};
constexpr std::array<std::array<int, 8>, 7> paired8{{
    {1, 2, 3, 0, 5, 6, 7, 4},
    {2, 3, 4, 5, 6, 7, 1, 0},
    {4, 5, 6, 7, 3, 2, 0, 1},
    {3, 4, 1, 6, 7, 0, 5, 2},
    {7, 6, 0, 1, 2, 3, 4, 5},
    {6, 7, 5, 4, 0, 1, 2, 3},
    {5, 0, 7, 2, 1, 4, 3, 6},
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

std::vector<int> paired_round(int n, const BlockPlaces& places, int round) {
  const auto row = static_cast<std::size_t>(round);
  const auto& targets = n == 6 ? paired6[row] : paired8[row];
  return by_blocks(n, n, places,
                   [&](int place) { return targets[static_cast<std::size_t>(place)]; });
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

// What a round of a cycle is: one that is no step, or a step, by its number among those.
struct Placed {
  bool special = false;
  int number = 0;
};

Placed placed_at(int n, const RotationOrder& order, int round) {
  const std::vector<int> special = special_places(n, order);
  const auto next = std::ranges::lower_bound(special, round);
  const int before = static_cast<int>(next - special.begin());
  if (next != special.end() && *next == round) return {true, before};
  return {false, round - before};
}

// The steps, then the steps reversed.
int step_at(const RotationOrder& order, int number) {
  const auto half = order.steps.size();
  const auto index = static_cast<std::size_t>(number);
  return index < half ? order.steps[index] : -order.steps[index - half];
}

// The step of a round in which everybody goes equally far for sure; nothing for others.
std::optional<int> plain_step(int n, const RotationOrder& order, int round) {
  if (order.paired) return std::nullopt;
  const Placed placed = placed_at(n, order, round);
  if (placed.special) return std::nullopt;
  const int step = step_at(order, placed.number);
  if (has_six_blocks(n) && std::abs(step) == step_of_blocks(n)) return std::nullopt;
  return step;
}

bool has_half_turn(int n) {
  return n % 2 == 0 && !is_power_of_two(n);
}

// Whether it could stand beside the half turn.
bool is_exchangeable(int n, int step) {
  const int block = half_of_evenness(n);
  return step % block == 0 && step / block % 2 != 0;
}

std::vector<int>::const_iterator first_exchangeable(int n, const std::vector<int>& steps) {
  return std::ranges::find_if(steps, [&](int step) { return is_exchangeable(n, step); });
}

// The one nearest to the middle, the first of equals.
std::vector<int>::const_iterator middle_exchangeable(int n, const std::vector<int>& steps) {
  const auto from_middle = [&](std::vector<int>::const_iterator step) {
    return std::abs(2 * (step - steps.begin()) + 1 - std::ssize(steps));
  };
  auto found = first_exchangeable(n, steps);
  for (auto step = found; step != steps.end(); ++step)
    if (is_exchangeable(n, *step) && from_middle(step) < from_middle(found)) found = step;
  return found;
}

// A cycle ends with the reverse of the step s beside its half turn, so the next can't begin with s.
// It begins with another step t beside the half turn, whose reverse was made in the first half of
// the cycle before. All other steps may come as early as before, or one round earlier, where t is
// missing now. s comes among them, its reverse in the first half: neither is near the end of the
// cycle before. Where the order begins with t, s comes into the middle; else, so that every step
// keeps its neighbours' kind, to where t was, which is near the middle then.
RotationOrder exchanged(int n, const RotationOrder& order) {
  const auto first = first_exchangeable(n, order.steps);
  RotationOrder next = order;
  if (first == order.steps.begin()) {
    next.beside = -*first;
    next.steps.erase(next.steps.begin());
    next.steps.insert(next.steps.begin() + std::ssize(next.steps) / 2, -order.beside);
    return next;
  }
  const auto found = middle_exchangeable(n, order.steps);
  next.beside = -*found;
  next.steps[static_cast<std::size_t>(found - order.steps.begin())] = -order.beside;
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

// The same for tables of pairs; nobody inspects the same again in the next two rounds.
constexpr BlockPlaces paired6_behind{0, 2, 3, 1, 5, 4, 6, 7};
constexpr BlockPlaces paired8_behind{0, 3, 4, 7, 2, 5, 1, 6};

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

RotationOrder lasting_order(int n, const RotationOrder& order, int each) {
  if (each == 2 && (n == 6 || n == 8)) {
    RotationOrder paired = order;
    paired.paired = true;
    return paired;
  }
  if (n % 2 == 0 && is_power_of_two(n)) return set_apart(order);
  if (!has_half_turn(n)) return order;
  if (has_six_blocks(n) && (each != 2 || n > 12)) return begun_with(order, step_of_blocks(n));
  // Beside the half turn a step that could stand there leaves branches apart.
  if (each == 2) return order;
  return begun_with(order, *first_exchangeable(n, order.steps));
}

std::optional<RotationOrder> order_behind(int n, const RotationOrder& order) {
  if (n < 3 || n == 4) return std::nullopt;
  if (n % 2 != 0) return order;
  if (order.paired) return with_blocks_moved(order, n == 6 ? paired6_behind : paired8_behind);
  if (is_power_of_two(n)) return with_blocks_moved(order, eight_behind);
  if (has_six_blocks(n)) return with_blocks_moved(order, six_behind);
  return exchanged(n, order);
}

bool repeats_behind(int n) {
  return n > 4 && n % 2 == 0 && (is_power_of_two(n) || has_six_blocks(n));
}

std::optional<int> step_of_round(int n, const RotationOrder& order, int round) {
  if (n > 2 && n != 4)
    if (const auto step = plain_step(n, order, round)) return (*step % n + n) % n;
  const std::vector<int> targets = rotation_round(n, order, round);
  const int step = targets.front();
  for (int i = 0; i < n; ++i)
    if (targets[static_cast<std::size_t>(i)] != (i + step) % n) return std::nullopt;
  return step;
}

std::vector<int> rotation_round(int n, const RotationOrder& order, int round) {
  if (n == 2) return {1, 0};
  if (n == 4) return shifted(4, round == 0 ? 1 : -1);
  if (order.paired) return paired_round(n, order.blocks, round);
  if (const auto step = plain_step(n, order, round)) return shifted(n, *step);
  const Placed placed = placed_at(n, order, round);
  if (placed.special) return special_round(n, order, placed.number);
  return step_of_six(n, order.blocks, step_at(order, placed.number));
}

}  // namespace sihu
