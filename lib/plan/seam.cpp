#include "plan/seam.hpp"

#include "base/chance.hpp"
#include "plan/rotation.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace sihu {

namespace {

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

}  // namespace

Rotation::Rotation(int n, std::vector<int> steps, int window)
    : n_(n), steps_(std::move(steps)), window_(std::min(window, (n - 1) / 2)) {}

std::vector<Visit> Rotation::take(RotationPlace& place, int count) const {
  std::vector<Visit> visits;
  std::vector<int> names = labels(place.seed, place.cycle);
  for (int taken = 0; taken < count; ++taken) {
    if (place.round >= rotation_rounds(n_)) {
      ++place.cycle;
      place.round = 0;
      names = labels(place.seed, place.cycle);
    }
    const std::vector<int> targets = rotation_round(n_, steps_, place.round++);
    for (std::size_t i = 0; i < names.size(); ++i)
      visits.push_back({names[i], names[slot(targets[i])]});
  }
  std::ranges::sort(visits, {}, [](const Visit& visit) { return key_of(visit); });
  return visits;
}

std::vector<int> Rotation::labels(std::uint64_t seed, int cycle) const {
  std::vector<int> names = shuffled_numbers(n_, seed);
  for (int i = 1; i <= cycle; ++i)
    names = labels_behind(names, seed_of(std::to_string(seed) + '|' + std::to_string(i)));
  return names;
}

std::vector<int> Rotation::labels_behind(const std::vector<int>& before, std::uint64_t seed) const {
  // In an organisation of many a first drawing can nearly always be mended, and costs most.
  const int drawings = n_ > 200 ? 2 : 12;
  const int few = std::min(drawings, 4);
  if (auto names = drawn(before, {window_, window_}, seed, drawings)) return *std::move(names);
  // A cycle of an odd number is a ring: the same again keeps all distances.
  if (n_ % 2 != 0) return before;
  // Others end with a round that the first would turn round. That a visit comes again a little
  // sooner in a new cycle breaks no rule, that it is turned round does.
  for (int again = window_ - 1; 2 * again >= window_ && again > 1; --again)
    if (auto names = drawn(before, {window_, again}, seed, few)) return *std::move(names);
  for (int window = window_ - 1; window > 1; --window)
    if (auto names = drawn(before, {window, window}, seed, drawings)) return *std::move(names);
  return before;
}

std::optional<std::vector<int>> Rotation::drawn(const std::vector<int>& before, SeamDistances least,
                                                std::uint64_t seed, int drawings) const {
  for (int drawing = 0; drawing < drawings; ++drawing)
    if (auto names = draw(before, least, seed + static_cast<std::uint64_t>(drawing))) return names;
  return std::nullopt;
}

std::optional<std::vector<int>> Rotation::draw(const std::vector<int>& before, SeamDistances least,
                                               std::uint64_t seed) const {
  // The last of `back` rounds that are one behind the other may be as the first again.
  std::vector<std::vector<int>> last;
  std::vector<std::vector<int>> first;
  for (int i = 0; i + 1 < least.back; ++i) {
    last.push_back(rotation_round(n_, steps_, rotation_rounds(n_) - 1 - i));
    first.push_back(rotation_round(n_, steps_, i));
  }
  const Seam seam(std::move(last), std::move(first), before, least);
  Chance chance(seed);
  std::vector<int> names = before;
  chance.shuffle(names);
  if (!mend(seam, names, chance)) return std::nullopt;
  return names;
}

}  // namespace sihu
