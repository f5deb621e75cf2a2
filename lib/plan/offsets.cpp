#include "plan/offsets.hpp"

#include "base/chance.hpp"
#include "plan/rotation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <utility>

namespace sihu {

namespace {

// Two efficiencies that differ by less are the same: cosines differ in their last digit between
// platforms, and plans must not.
constexpr double same_efficiency = 1e-9;

std::vector<double> cosines(int n) {
  std::vector<double> table(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i)
    table[static_cast<std::size_t>(i)] = std::cos(2 * std::numbers::pi * i / n);
  return table;
}

// An efficiency asked for many times: the cosines are worked out once.
class Design {
 public:
  explicit Design(int n) : n_(n), cosines_(cosines(n)) {}

  double efficiency(const std::vector<int>& steps) const {
    if (steps.empty()) return 0;
    const auto count = static_cast<double>(steps.size());
    double inverse = 0;
    // The contrasts j and n - j have the same information.
    for (int j = 1; 2 * j <= n_; ++j) {
      const double information = count - square(steps, j) / count;
      if (information < same_efficiency) return 0;
      inverse += (2 * j == n_ ? 1 : 2) / information;
    }
    return (n_ - 1) / (count * inverse);
  }

  // Small where no window is bad; one that leaves branches apart weighs most.
  double badness(const std::vector<int>& steps, int window) const {
    double sum = 0;
    each_window(steps, window, [&](double efficiency) { sum += 1 / (efficiency + 0.01); });
    return sum;
  }

  double worst(const std::vector<int>& steps, int window) const {
    double least = 1;
    each_window(steps, window, [&](double efficiency) { least = std::min(least, efficiency); });
    return least;
  }

 private:
  template <class Take>
  void each_window(const std::vector<int>& steps, int window, const Take& take) const {
    std::vector<int> ring = steps;
    for (const int step : steps) ring.push_back(-step);
    std::vector<int> seen(static_cast<std::size_t>(window));
    for (std::size_t start = 0; start < ring.size(); ++start) {
      for (std::size_t i = 0; i < seen.size(); ++i) seen[i] = ring[(start + i) % ring.size()];
      take(efficiency(seen));
    }
  }

  // |Σ exp(2πi·j·d/n)|² by the differences of the steps.
  double square(const std::vector<int>& steps, int j) const {
    auto sum = static_cast<double>(steps.size());
    for (std::size_t a = 0; a < steps.size(); ++a)
      for (std::size_t b = a + 1; b < steps.size(); ++b) {
        const std::int64_t turn = std::int64_t{j} * (steps[a] - steps[b]) % n_;
        sum += 2 * cosines_[static_cast<std::size_t>(turn < 0 ? -turn : turn)];
      }
    return sum;
  }

  int n_;
  std::vector<double> cosines_;
};

// Keeps the best of the orders it is shown, the first of equals.
class Best {
 public:
  Best(const Design& design, int window) : design_(design), window_(window) {}

  void show(const std::vector<int>& steps) {
    const double worst = design_.worst(steps, window_);
    if (!steps_.empty() && worst <= worst_ + same_efficiency) return;
    worst_ = worst;
    steps_ = steps;
  }

  std::vector<int> steps() const { return steps_; }

 private:
  const Design& design_;
  int window_;
  double worst_ = 0;
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

// Exchanges steps, or turns a sign, as long as that helps.
std::vector<int> improved(const Design& design, std::vector<int> steps, int window, int tries) {
  Chance chance(0);
  double badness = design.badness(steps, window);
  for (; tries > 0; --tries) {
    const auto a = static_cast<std::size_t>(chance.below(steps.size()));
    const auto b = static_cast<std::size_t>(chance.below(steps.size()));
    std::vector<int> other = steps;
    if (a == b)
      other[a] = -other[a];
    else
      std::swap(other[a], other[b]);
    const double changed = design.badness(other, window);
    if (changed > badness * (1 - same_efficiency)) continue;
    badness = changed;
    steps = other;
  }
  return steps;
}

}  // namespace

double design_efficiency(int n, const std::vector<int>& steps) {
  return Design(n).efficiency(steps);
}

double worst_efficiency(int n, const std::vector<int>& steps, int window) {
  return Design(n).worst(steps, window);
}

std::vector<int> spread_steps(int n, int window) {
  const std::vector<int> natural = natural_steps(n);
  const int most = static_cast<int>(natural.size());
  if (most < 2) return natural;
  if (n > 200) return mixed(natural, 0);
  const Design design(n);
  Best best(design, std::min(window, most));
  if (most <= 6) {
    show_every_order(natural, best);
    return best.steps();
  }
  const int seen = std::min(window, most);
  const int tries = 12000 / n;
  best.show(natural);
  for (const auto& order : {greedy_order(design, natural, static_cast<std::size_t>(seen)),
                            mixed(natural, 0), mixed(natural, 1)})
    best.show(improved(design, order, seen, tries));
  return best.steps();
}

}  // namespace sihu
