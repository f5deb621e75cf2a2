#include "plan/design.hpp"

#include "plan/rotation.hpp"
#include "plan/visit.hpp"
#include "statistics/connectivity.hpp"
#include "statistics/matrix.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <numeric>
#include <utility>

namespace sihu {

namespace {

std::vector<double> cosines(int n) {
  std::vector<double> table(slot(n));
  for (int i = 0; i < n; ++i) table[slot(i)] = std::cos(2 * std::numbers::pi * i / n);
  return table;
}

// Information on branches, inspectors eliminated, and 1/n in each cell, which makes it regular if
// all can be compared.
Matrix information_of(int n, const std::vector<std::vector<int>>& rounds) {
  Matrix information(slot(n), slot(n));
  const auto count = static_cast<double>(rounds.size());
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j) information(slot(i), slot(j)) += 1.0 / n;
    information(slot(i), slot(i)) += count;
    for (const auto& one : rounds)
      for (const auto& other : rounds)
        information(slot(one[slot(i)]), slot(other[slot(i)])) -= 1 / count;
  }
  return information;
}

// Each round's step, or beyond all steps a number of its own where it is none.
std::vector<int> codes_of(int n, const RotationOrder& order) {
  std::vector<int> codes;
  if (n % 2 != 0) {
    for (const int step : order.steps) codes.push_back(step);
    for (const int step : order.steps) codes.push_back(-step);
    return codes;
  }
  for (int round = 0; round < rotation_rounds(n); ++round)
    codes.push_back(step_of_round(n, order, round).value_or((n + order.beside) * n + n + round));
  return codes;
}

bool ties_all(int n, const std::vector<std::vector<int>>& rounds) {
  Ratings ratings{slot(n), slot(n), {}};
  for (const auto& targets : rounds)
    for (std::size_t i = 0; i < targets.size(); ++i) ratings.all.push_back({i, slot(targets[i])});
  return rating_groups(ratings).size() == 1;
}

// Of two rounds: whether going by the one and back by the other leads through all branches.
bool ties_all(const std::vector<int>& targets, const std::vector<int>& other) {
  std::vector<int> back(other.size());
  for (std::size_t i = 0; i < other.size(); ++i) back[slot(other[i])] = static_cast<int>(i);
  std::size_t seen = 1;
  for (int at = back[slot(targets[0])]; at != 0; at = back[slot(targets[slot(at)])]) ++seen;
  return seen == targets.size();
}

}  // namespace

double efficiency_of_rounds(int n, const std::vector<std::vector<int>>& rounds) {
  if (rounds.empty()) return 0;
  const auto regular = Cholesky::of(information_of(n, rounds));
  if (!regular) return 0;
  const Matrix inverse = regular->inverse();
  double trace = -1;  // of the 1/n
  for (int i = 0; i < n; ++i) trace += inverse(slot(i), slot(i));
  const double efficiency = (n - 1) / (static_cast<double>(rounds.size()) * trace);
  return efficiency > same_efficiency ? efficiency : 0;
}

Design::Design(int n) : n_(n), cosines_(cosines(n)) {}

double Design::efficiency(const std::vector<int>& steps) const {
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

double Design::square(const std::vector<int>& steps, int j) const {
  auto sum = static_cast<double>(steps.size());
  for (std::size_t a = 0; a < steps.size(); ++a)
    for (std::size_t b = a + 1; b < steps.size(); ++b) {
      const std::int64_t turn = std::int64_t{j} * (steps[a] - steps[b]) % n_;
      sum += 2 * cosines_[static_cast<std::size_t>(turn < 0 ? -turn : turn)];
    }
  return sum;
}

std::vector<double> Design::of_neighbours(const std::vector<int>& steps, int window) const {
  std::vector<int> ring = steps;
  for (const int step : steps) ring.push_back(-step);
  std::vector<int> seen(slot(window));
  std::vector<double> efficiencies;
  for (std::size_t start = 0; start < ring.size(); ++start) {
    for (std::size_t i = 0; i < seen.size(); ++i) seen[i] = ring[(start + i) % ring.size()];
    efficiencies.push_back(efficiency(seen));
  }
  return efficiencies;
}

std::vector<double> Design::of_quarters(const std::vector<int>& steps, int each) {
  const RotationOrder order = lasting_order(n_, order_of(n_, steps), each);
  std::vector<double> efficiencies;
  add_quarters(order, each, efficiencies);
  const auto behind = each == 2 ? order_behind(n_, order) : std::nullopt;
  if (behind && behind->beside != order.beside) add_quarters(*behind, each, efficiencies);
  return efficiencies;
}

bool Design::ties(int step, int next) const {
  return std::gcd(n_, step - next) == 1;
}

void Design::add_quarters(const RotationOrder& order, int each, std::vector<double>& efficiencies) {
  const int count = rotation_rounds(n_);
  const std::vector<int> codes = codes_of(n_, order);
  const int last = n_ % 2 != 0 ? count - 1 : count - each;
  const double of_tied_pair = 3.0 / (n_ + 1);
  for (int start = 0; start <= last; start += std::gcd(each, count)) {
    std::vector<int> quarter;
    for (int i = 0; i < each; ++i) quarter.push_back(codes[slot((start + i) % count)]);
    if (each == 2 && std::ranges::max(quarter) < n_) {
      efficiencies.push_back(ties(quarter.front(), quarter.back()) ? of_tied_pair : 0);
      continue;
    }
    efficiencies.push_back(known(quarter, [&] {
      if (std::ranges::max(quarter) < n_) return efficiency(quarter);
      std::vector<std::vector<int>> rounds;
      for (int i = 0; i < each; ++i)
        rounds.push_back(rotation_round(n_, order, (start + i) % count));
      if (each == 2) return ties_all(rounds.front(), rounds.back()) ? of_tied_pair : 0;
      return n_ <= most_to_reckon ? efficiency_of_rounds(n_, rounds) : ties_all(n_, rounds) ? 1 : 0;
    }));
  }
}

double Design::known(std::vector<int> rounds, const std::function<double()>& reckon) {
  std::ranges::sort(rounds);
  const auto found = known_.find(rounds);
  if (found != known_.end()) return found->second;
  return known_[std::move(rounds)] = reckon();
}

}  // namespace sihu
