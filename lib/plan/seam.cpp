#include "plan/seam.hpp"

#include "base/chance.hpp"
#include "plan/rotation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace sihu {

namespace {

// So few that a drawing is tried also where it can hardly be hoped for: it costs nothing.
constexpr int few_branches = 12;

// Whether the rounds before a seam allow the rounds behind it under given labels.
class Seam {
 public:
  // `last`: the rounds before the seam, the newest first, in the closed form's own numbers;
  // `first`: those behind it.
  Seam(std::vector<std::vector<int>> last, std::vector<std::vector<int>> first,
       const std::vector<int>& before, SeamDistances least)
      : first_(std::move(first)),
        backwards_(first_),
        inspected_(before.size() * last.size()),
        ages_(last.size()),
        least_(least) {
    for (std::size_t age = 0; age < ages_; ++age)
      for (std::size_t place = 0; place < before.size(); ++place)
        inspected_[slot(before[place]) * ages_ + age] = before[slot(last[age][place])];
    for (std::size_t round = 0; round < first_.size(); ++round)
      for (std::size_t place = 0; place < before.size(); ++place)
        backwards_[round][slot(first_[round][place])] = static_cast<int>(place);
  }

  // How many visits to or from `place` would come again too soon.
  int faults_at(const std::vector<int>& labels, std::size_t place) const {
    int faults = 0;
    for (std::size_t round = 0; round < first_.size(); ++round) {
      faults += is_fault(round, labels[place], labels[slot(first_[round][place])]);
      faults += is_fault(round, labels[slot(backwards_[round][place])], labels[place]);
    }
    return faults;
  }

 private:
  int is_fault(std::size_t round, int from, int to) const {
    return is_closer(round, {from, to}, least_.again) || is_closer(round, {to, from}, least_.back)
               ? 1
               : 0;
  }

  // A visit `age` rounds before the seam and one `round` rounds behind it are age + round + 1
  // rounds apart.
  bool is_closer(std::size_t round, Visit visit, int least) const {
    const int* const targets = inspected_.data() + slot(visit.from) * ages_;
    for (std::size_t age = 0; age + round + 1 < slot(least); ++age)
      if (targets[age] == visit.to) return true;
    return false;
  }

  std::vector<std::vector<int>> first_;
  std::vector<std::vector<int>> backwards_;
  std::vector<int> inspected_;  // whom each label saw, the newest round first
  std::size_t ages_;
  SeamDistances least_;
};

int faults_of_two(const Seam& seam, const std::vector<int>& labels, std::size_t a, std::size_t b) {
  return seam.faults_at(labels, a) + seam.faults_at(labels, b);
}

// Exchanges two places where that leaves fewer faults; whether the one at `place` are gone.
bool mend_place(const Seam& seam, std::vector<int>& labels, std::size_t place, Chance& chance) {
  for (int tries = 0; tries < 60 && seam.faults_at(labels, place) > 0; ++tries) {
    const auto other = static_cast<std::size_t>(chance.below(labels.size()));
    if (other == place) continue;
    const int before = faults_of_two(seam, labels, place, other);
    std::swap(labels[place], labels[other]);
    if (faults_of_two(seam, labels, place, other) > before) std::swap(labels[place], labels[other]);
  }
  return seam.faults_at(labels, place) == 0;
}

bool mend(const Seam& seam, std::vector<int>& labels, Chance& chance) {
  for (int pass = 0; pass < 6; ++pass) {
    bool whole = true;
    for (std::size_t place = 0; place < labels.size(); ++place)
      if (seam.faults_at(labels, place) > 0 && !mend_place(seam, labels, place, chance))
        whole = false;
    // A place that was free of faults may have got some since.
    for (std::size_t place = 0; whole && place < labels.size(); ++place)
      whole = seam.faults_at(labels, place) == 0;
    if (whole) return true;
  }
  return false;
}

// Whether a drawing among `n` that keeps these distances can be hoped for. One that knows nothing
// of them has as many faults in the mean as there are pairs of rounds that lie too near each other,
// and none with a probability of e to the minus that; there are n! drawings. Mending finds one
// where they are many.
bool has_room(int n, SeamDistances least) {
  const int faults = least.back * (least.back - 1) / 2 + least.again * (least.again - 1) / 2;
  return n <= few_branches || 2 * faults < std::lgamma(n + 1.0);
}

}  // namespace

Rotation::Rotation(int n, std::vector<int> steps, int window, int each)
    : n_(n),
      window_(std::min(window, (n - 1) / 2)),
      order_(lasting_order(n, order_of(n, std::move(steps)), each)) {}

std::vector<Visit> Rotation::take(RotationPlace& place, int count) const {
  std::vector<Visit> visits;
  Cycle cycle = cycle_of(place.seed, place.cycle);
  for (int taken = 0; taken < count; ++taken) {
    if (place.round >= rotation_rounds(n_)) {
      ++place.cycle;
      place.round = 0;
      cycle = cycle_of(place.seed, place.cycle);
    }
    const std::vector<int> targets = rotation_round(n_, cycle.order, place.round++);
    for (std::size_t i = 0; i < targets.size(); ++i)
      visits.push_back({cycle.labels[i], cycle.labels[slot(targets[i])]});
  }
  std::ranges::sort(visits, {}, [](const Visit& visit) { return visit_key(visit); });
  return visits;
}

std::vector<int> Rotation::labels(std::uint64_t seed, int cycle) const {
  return cycle_of(seed, cycle).labels;
}

Rotation::Cycle Rotation::cycle_of(std::uint64_t seed, int cycle) const {
  Cycle found{shuffled_numbers(n_, seed), order_};
  for (int i = 1; i <= cycle; ++i)
    found = cycle_behind(found, seed_of(std::to_string(seed) + '|' + std::to_string(i)));
  return found;
}

Rotation::Cycle Rotation::cycle_behind(const Cycle& before, std::uint64_t seed) const {
  // In an organisation of many a first drawing can nearly always be mended, and costs most; one of
  // few may have no other way.
  const int drawings = n_ > 200 ? 2 : n_ > few_branches ? 3 : 12;
  const int few = std::min(drawings, 4);
  if (auto cycle = drawn(before, {window_, window_}, seed, drawings)) return *std::move(cycle);
  // That a visit comes again a little sooner in a new cycle breaks no rule, that it is turned round
  // does.
  if (repeats_behind(n_))
    for (int again = window_ - 1; 2 * again >= window_ && again > 1; --again)
      if (auto cycle = drawn(before, {window_, again}, seed, few)) return *std::move(cycle);
  if (auto order = order_behind(n_, before.order)) return {before.labels, *std::move(order)};
  return before;
}

std::optional<Rotation::Cycle> Rotation::drawn(const Cycle& before, SeamDistances least,
                                               std::uint64_t seed, int drawings) const {
  if (!has_room(n_, least)) return std::nullopt;
  for (int drawing = 0; drawing < drawings; ++drawing)
    if (auto cycle = draw(before, least, seed + static_cast<std::uint64_t>(drawing))) return cycle;
  return std::nullopt;
}

std::optional<Rotation::Cycle> Rotation::draw(const Cycle& before, SeamDistances least,
                                              std::uint64_t seed) const {
  // The last of `back` rounds that are one behind the other may be as the first again.
  std::vector<std::vector<int>> last;
  std::vector<std::vector<int>> first;
  for (int i = 0; i + 1 < least.back; ++i) {
    last.push_back(rotation_round(n_, before.order, rotation_rounds(n_) - 1 - i));
    first.push_back(rotation_round(n_, order_, i));
  }
  const Seam seam(std::move(last), std::move(first), before.labels, least);
  Chance chance(seed);
  std::vector<int> names = before.labels;
  chance.shuffle(names);
  if (!mend(seam, names, chance)) return std::nullopt;
  return Cycle{std::move(names), order_};
}

}  // namespace sihu
