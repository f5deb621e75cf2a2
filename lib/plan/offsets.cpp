#include "plan/offsets.hpp"

#include "base/chance.hpp"
#include "plan/design.hpp"
#include "plan/rotation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <utility>

namespace sihu {

namespace {

constexpr std::size_t most_to_try_all = 6;
constexpr int most_to_search = 200;
constexpr int least_window = 3;
constexpr int all_tries = 12000;
constexpr int few_tries = 3000;
constexpr int many_tries = 60000;
constexpr int tied_tries = 40000;
constexpr std::uint64_t orders_to_tie = 20;
constexpr int two_quarters = 4;  // rounds of a half-year, of two a quarter

// How good an order is by the quarters it gives.
using Quarters = std::function<std::vector<double>(const std::vector<int>& steps)>;

double least_of(const std::vector<double>& efficiencies) {
  return efficiencies.empty() ? 1 : std::ranges::min(efficiencies);
}

// Small where no quarter is bad; one that leaves branches apart weighs most.
double badness(const std::vector<double>& efficiencies) {
  double sum = 0;
  for (const double efficiency : efficiencies) sum += 1 / (efficiency + 0.01);
  return sum;
}

// Keeps the best of the orders it is shown, the first of equals: by the worst quarter, and where
// all that an order gives is asked for first by how many leave branches apart, and last by the mean
// and the first one.
class Best {
 public:
  Best(const Quarters& quarters, bool by_all) : quarters_(quarters), by_all_(by_all) {}

  void show(const std::vector<int>& steps) {
    const std::vector<double> merits = merits_of(quarters_(steps));
    if (!steps_.empty() && !is_better(merits)) return;
    merits_ = merits;
    steps_ = steps;
  }

  std::vector<int> steps() const { return steps_; }

 private:
  std::vector<double> merits_of(const std::vector<double>& efficiencies) const {
    if (!by_all_) return {least_of(efficiencies)};
    const double sum = std::accumulate(efficiencies.begin(), efficiencies.end(), 0.0);
    const auto apart = static_cast<double>(std::ranges::count(efficiencies, 0.0));
    return {-apart, least_of(efficiencies), sum / static_cast<double>(efficiencies.size()),
            efficiencies.front()};
  }

  bool is_better(const std::vector<double>& merits) const {
    for (std::size_t i = 0; i < merits.size(); ++i)
      if (std::abs(merits[i] - merits_[i]) > same_efficiency) return merits[i] > merits_[i];
    return false;
  }

  const Quarters& quarters_;
  bool by_all_;
  std::vector<double> merits_;
  std::vector<int> steps_;
};

void show_all_signs(std::vector<int> steps, Best& best) {
  // Turning all signs gives the same designs, so the first one stays as it is.
  const unsigned ways = 1u << (steps.size() - 1);
  for (unsigned way = 0; way < ways; ++way) {
    std::vector<int> signed_steps = steps;
    for (std::size_t i = 1; i < steps.size(); ++i)
      if ((way >> (i - 1)) & 1u) signed_steps[i] = -steps[i];
    best.show(signed_steps);
  }
}

void show_every_order(std::vector<int> steps, Best& best) {
  do show_all_signs(steps, best);
  while (std::next_permutation(steps.begin(), steps.end()));
}

// Each step is the one, of either sign, that goes best with the few before it.
std::vector<int> greedy_order(const Design& design, std::vector<int> left, std::size_t window) {
  std::vector<int> order;
  while (!left.empty()) {
    std::vector<int> seen(
        order.end() - static_cast<std::ptrdiff_t>(std::min(order.size(), window - 1)), order.end());
    seen.push_back(0);
    double best = -1;
    std::size_t chosen = 0;
    int sign = 1;
    for (std::size_t i = 0; i < left.size(); ++i)
      for (const int way : {1, -1}) {
        seen.back() = way * left[i];
        const double efficiency = design.efficiency(seen);
        if (efficiency <= best + same_efficiency) continue;
        best = efficiency;
        chosen = i;
        sign = way;
      }
    order.push_back(sign * left[chosen]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(chosen));
  }
  return order;
}

std::vector<int> mixed(std::vector<int> steps, std::uint64_t seed) {
  Chance chance(seed);
  chance.shuffle(steps);
  for (int& step : steps)
    if (chance.below(2) == 1) step = -step;
  return steps;
}

// Exchanges steps, or turns a sign, as long as that helps; `sideways`: or does no harm, until all
// are tied.
std::vector<int> improved(const Quarters& quarters, std::vector<int> steps, int tries,
                          bool sideways = false) {
  Chance chance(0);
  const double least = sideways ? same_efficiency : -same_efficiency;
  auto found = quarters(steps);
  double bad = badness(found);
  for (; tries > 0 && !(sideways && least_of(found) > 0); --tries) {
    const auto a = static_cast<std::size_t>(chance.below(steps.size()));
    const auto b = static_cast<std::size_t>(chance.below(steps.size()));
    std::vector<int> other = steps;
    if (a == b)
      other[a] = -other[a];
    else
      std::swap(other[a], other[b]);
    const auto changed = quarters(other);
    const double badness_of_changed = badness(changed);
    if (badness_of_changed > bad * (1 + least)) continue;
    bad = badness_of_changed;
    found = changed;
    steps = other;
  }
  return steps;
}

// The best order by `quarters` among all, where there are few, or among some that were improved,
// in `tries` exchanges each, by what they may be judged by more cheaply.
struct Search {
  const Design& design;
  Quarters quarters;
  Quarters cheaply;
  int window = 0;  // of rounds that are looked at together
  int tries = 0;
  bool by_all = false;
};

std::vector<int> search(const Search& about, const std::vector<int>& natural) {
  Best best(about.quarters, about.by_all);
  if (natural.size() <= most_to_try_all) {
    show_every_order(natural, best);
    return best.steps();
  }
  best.show(natural);
  for (const auto& order :
       {greedy_order(about.design, natural, static_cast<std::size_t>(about.window)),
        mixed(natural, 0), mixed(natural, 1)})
    best.show(improved(about.cheaply, order, about.tries));
  return best.steps();
}

// Each step is the first that is left, of either sign, whose round ties all branches together with
// the one before it. `rounds` that are no steps are asked about at the ends by `of_quarters`.
std::vector<int> tied_order(const Design& design, std::vector<int> left) {
  std::vector<int> order;
  while (!left.empty()) {
    const auto tied = [&](int step) { return order.empty() || design.ties(order.back(), step); };
    auto next = std::ranges::find_if(left, [&](int step) { return tied(step) || tied(-step); });
    if (next == left.end()) next = left.begin();
    order.push_back(tied(*next) ? *next : -*next);
    left.erase(next);
  }
  return order;
}

// All signs turned, in ascending order. Beside a half turn that is another rotation.
std::vector<int> reversed(std::vector<int> steps) {
  for (int& step : steps) step = -step;
  std::ranges::sort(steps);
  return steps;
}

// A quarter of two rounds ties all branches together or it does not; how well severity can be told
// is a matter of two of them.
std::vector<int> steps_of_pairs(int n, const std::vector<int>& natural) {
  Design design(n);
  const Quarters ties = [&](const std::vector<int>& steps) {
    std::vector<double> pairs = design.of_quarters(steps, 2);
    for (double& pair : pairs) pair = pair > 0 ? 1 : 0;
    return pairs;
  };
  const Quarters all = [&](const std::vector<int>& steps) {
    std::vector<double> both = ties(steps);
    const auto halves = design.of_neighbours(steps, two_quarters);
    both.insert(both.end(), halves.begin(), halves.end());
    return both;
  };
  Best best(all, true);
  if (natural.size() <= most_to_try_all) {
    show_every_order(natural, best);
    show_every_order(reversed(natural), best);
    return best.steps();
  }
  if (n > most_to_search) return tied_order(design, mixed(natural, 0));
  for (std::uint64_t lot = 0; lot < 4; ++lot) {
    Best tied(ties, true);
    for (std::uint64_t i = 0; i < orders_to_tie; ++i)
      tied.show(tied_order(design, mixed(natural, lot * orders_to_tie + i)));
    const auto steps = improved(ties, tied.steps(), tied_tries / n, true);
    best.show(improved(all, steps, all_tries / n));
  }
  return best.steps();
}

}  // namespace

double design_efficiency(int n, const std::vector<int>& steps) {
  return Design(n).efficiency(steps);
}

double worst_efficiency(int n, const std::vector<int>& steps, int window) {
  return least_of(Design(n).of_neighbours(steps, window));
}

std::vector<double> quarter_efficiencies(int n, const std::vector<int>& steps, int each) {
  return Design(n).of_quarters(steps, each);
}

std::vector<int> spread_steps(int n, int window) {
  const std::vector<int> natural = natural_steps(n);
  const int most = static_cast<int>(natural.size());
  if (most < 2) return natural;
  if (n > most_to_search) return mixed(natural, 0);
  const Design design(n);
  const int seen = std::min(window, most);
  const Quarters neighbours = [&](const std::vector<int>& steps) {
    return design.of_neighbours(steps, seen);
  };
  return search({design, neighbours, neighbours, seen, all_tries / n, false}, natural);
}

std::vector<int> steps_for_quarters(int n, int each) {
  const std::vector<int> natural = natural_steps(n);
  if (each == 2 && natural.size() > 1 && each <= (n - 1) / 2) return steps_of_pairs(n, natural);
  if (each < least_window || n > most_to_search || natural.size() < 2 || each > (n - 1) / 2)
    return spread_steps(n, std::max(least_window, each));
  Design design(n);
  const Quarters quarters = [&](const std::vector<int>& steps) {
    return design.of_quarters(steps, each);
  };
  if (natural.size() <= most_to_try_all)
    return search({design, quarters, quarters, each, 0, true}, natural);
  // Even numbers have quarters with rounds that are no steps, which cost most to judge; of many
  // branches they are not reckoned.
  const std::vector<int> spread = spread_steps(n, each);
  Best best(quarters, true);
  best.show(spread);
  const int tries = n > most_to_reckon ? many_tries : n % 2 != 0 ? all_tries : few_tries;
  best.show(improved(quarters, spread, tries / n));
  return best.steps();
}

}  // namespace sihu
