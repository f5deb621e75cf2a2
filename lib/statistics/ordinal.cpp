#include "statistics/ordinal.hpp"

#include "statistics/connectivity.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

constexpr double balanced = 1e-11;  // of a score equation, in marks
constexpr int most_rounds = 20'000;

// What one parameter of the model is told by the marks: `observed` as against `expected`.
struct Balance {
  double observed = 0;
  double expected = 0;
  double variance = 0;

  double gap() const { return observed - expected; }
  // A step of Newton's, held back: far from the solution it would leap over it.
  double step() const { return variance > 0 ? std::clamp(gap() / variance, -1.0, 1.0) : 0; }
};

std::size_t highest_of(const std::vector<OrdinalMark>& marks) {
  std::size_t highest = 0;
  for (const OrdinalMark& mark : marks) highest = std::max(highest, mark.mark);
  return highest;
}

std::vector<double> probabilities(double place, const std::vector<double>& threshold) {
  std::vector<double> logs{0};
  for (const double step : threshold) logs.push_back(logs.back() + place - step);
  const double most = std::ranges::max(logs);
  double sum = 0;
  for (double& log : logs) sum += log = std::exp(log - most);
  for (double& log : logs) log /= sum;
  return logs;
}

class Fitting {
 public:
  explicit Fitting(const std::vector<OrdinalMark>& marks) : marks_(marks) {
    fit_.threshold.resize(highest_of(marks));
    for (const OrdinalMark& mark : marks) {
      grow(fit_.level, mark.branch);
      grow(fit_.severity, mark.rater);
      grow(fit_.difficulty, mark.criterion);
    }
  }

  // Whether every parameter has marks on both of its sides.
  bool has_estimate() const {
    std::vector<bool> given(fit_.threshold.size() + 1);
    for (const OrdinalMark& mark : marks_) given[mark.mark] = true;
    return given.size() > 1 && std::ranges::find(given, false) == given.end() &&
           varies(fit_.level.size(), &OrdinalMark::branch) &&
           varies(fit_.severity.size(), &OrdinalMark::rater) &&
           varies(fit_.difficulty.size(), &OrdinalMark::criterion) &&
           are_tied(fit_.level.size(), &OrdinalMark::branch) &&
           are_tied(fit_.difficulty.size(), &OrdinalMark::criterion);
  }

  std::optional<OrdinalFit> solve() {
    for (int round = 0; round < most_rounds; ++round) {
      double worst = move(fit_.level, &OrdinalMark::branch, 1);
      worst = std::max(worst, move(fit_.severity, &OrdinalMark::rater, -1));
      worst = std::max(worst, move(fit_.difficulty, &OrdinalMark::criterion, -1));
      worst = std::max(worst, move_thresholds());
      if (worst < balanced) return finished();
    }
    return std::nullopt;
  }

 private:
  static void grow(std::vector<double>& values, std::size_t number) {
    values.resize(std::max(values.size(), number + 1));
  }

  double place_of(const OrdinalMark& mark) const {
    return fit_.level[mark.branch] - fit_.severity[mark.rater] - fit_.difficulty[mark.criterion];
  }

  bool varies(std::size_t count, std::size_t OrdinalMark::*facet) const {
    std::vector<bool> above(count);
    std::vector<bool> below(count);
    for (const OrdinalMark& mark : marks_) {
      if (mark.mark > 0) above[mark.*facet] = true;
      if (mark.mark < fit_.threshold.size()) below[mark.*facet] = true;
    }
    return std::ranges::find(above, false) == above.end() &&
           std::ranges::find(below, false) == below.end();
  }

  // Whether common raters tie all of a facet together.
  bool are_tied(std::size_t count, std::size_t OrdinalMark::*facet) const {
    Ratings pairs{count, fit_.severity.size(), {}};
    for (const OrdinalMark& mark : marks_) pairs.all.push_back({mark.rater, mark.*facet});
    return rating_groups(pairs).size() == 1;
  }

  // One step of all parameters of a facet; returns how far the worst was from balance.
  double move(std::vector<double>& values, std::size_t OrdinalMark::*facet, int direction) {
    std::vector<Balance> balances(values.size());
    for (const OrdinalMark& mark : marks_) {
      const auto chances = probabilities(place_of(mark), fit_.threshold);
      double mean = 0;
      double square = 0;
      for (std::size_t k = 1; k < chances.size(); ++k) {
        const auto value = static_cast<double>(k);
        mean += value * chances[k];
        square += value * value * chances[k];
      }
      Balance& balance = balances[mark.*facet];
      balance.observed += static_cast<double>(mark.mark);
      balance.expected += mean;
      balance.variance += square - mean * mean;
    }
    double worst = 0;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      worst = std::max(worst, std::abs(balances[i].gap()));
      sum += values[i] += direction * balances[i].step();
    }
    const double mean = sum / static_cast<double>(values.size());
    for (double& value : values) value -= mean;
    for (double& step : fit_.threshold) step -= direction * mean;
    return worst;
  }

  double move_thresholds() {
    std::vector<Balance> balances(fit_.threshold.size());
    for (const OrdinalMark& mark : marks_) {
      const auto chances = probabilities(place_of(mark), fit_.threshold);
      double beyond = 0;  // P(a mark of h or higher)
      for (std::size_t h = chances.size() - 1; h >= 1; --h) {
        beyond += chances[h];
        Balance& balance = balances[h - 1];
        balance.observed += mark.mark >= h;
        balance.expected += beyond;
        balance.variance += beyond * (1 - beyond);
      }
    }
    double worst = 0;
    for (std::size_t h = 0; h < balances.size(); ++h) {
      worst = std::max(worst, std::abs(balances[h].gap()));
      fit_.threshold[h] -= balances[h].step();
    }
    return worst;
  }

  OrdinalFit finished() {
    fit_.log_likelihood = 0;
    for (const OrdinalMark& mark : marks_)
      fit_.log_likelihood += std::log(probabilities(place_of(mark), fit_.threshold)[mark.mark]);
    return fit_;
  }

  const std::vector<OrdinalMark>& marks_;
  OrdinalFit fit_;
};

}  // namespace

std::optional<OrdinalFit> fit_ordinal(const std::vector<OrdinalMark>& marks) {
  Fitting fitting(marks);
  if (!fitting.has_estimate()) return std::nullopt;
  return fitting.solve();
}

}  // namespace sihu
