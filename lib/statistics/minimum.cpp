#include "statistics/minimum.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sihu {
namespace {

using Function = std::function<double(double)>;

double golden_section(double low, double high, const Function& function) {
  constexpr double share = std::numbers::phi - 1;
  constexpr double narrow = 1e-4;
  double left = high - share * (high - low);
  double right = low + share * (high - low);
  double at_left = function(left);
  double at_right = function(right);
  while (high - low > narrow) {
    if (at_left <= at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - share * (high - low);
      at_left = function(left);
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + share * (high - low);
      at_right = function(right);
    }
  }
  return (low + high) / 2;
}

// One step of Newton's, by five values; nothing where they do not bend upwards.
std::optional<double> newton_step(double at, const Function& function) {
  constexpr double apart = 0.004;
  const double back_two = function(at - 2 * apart);
  const double back = function(at - apart);
  const double on = function(at + apart);
  const double on_two = function(at + 2 * apart);
  const double slope = (back_two - 8 * back + 8 * on - on_two) / (12 * apart);
  const double bend =
      (16 * (back + on) - back_two - on_two - 30 * function(at)) / (12 * apart * apart);
  if (!(bend > 0)) return std::nullopt;
  return -slope / bend;
}

}  // namespace

double minimum_between(double from, double to, const Function& function) {
  double best = from;
  double least = function(from);
  for (double at = from + 1; at <= to; at += 1) {
    const double value = function(at);
    if (value < least) {
      least = value;
      best = at;
    }
  }
  const double low = std::max(from, best - 1);
  const double high = std::min(to, best + 1);
  const double found = golden_section(low, high, function);
  return minimum_near(found, function).value_or(found);
}

// Near a minimum values hardly differ, and rounding would tell where the smallest is; the slope
// tells it far better.
std::optional<double> minimum_near(double expected, const Function& function) {
  constexpr int most_steps = 8;
  constexpr double reach = 0.5;
  constexpr double nothing = 1e-5;  // what is left behind such a step is its square
  double at = expected;
  for (int taken = 0; taken < most_steps; ++taken) {
    const auto step = newton_step(at, function);
    if (!step || std::abs(at + *step - expected) > reach) return std::nullopt;
    at += *step;
    if (std::abs(*step) < nothing) return at;
  }
  return std::nullopt;
}

}  // namespace sihu
