#include "statistics/minimum.hpp"

#include <algorithm>
#include <numbers>

namespace sihu {
namespace {

double golden_section(double low, double high, const std::function<double(double)>& function) {
  constexpr double share = std::numbers::phi - 1;
  constexpr double narrow = 1e-10;
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

}  // namespace

double minimum_between(double from, double to, const std::function<double(double)>& function) {
  double best = from;
  double least = function(from);
  for (double at = from + 1; at <= to; at += 1) {
    const double value = function(at);
    if (value < least) {
      least = value;
      best = at;
    }
  }
  return golden_section(std::max(from, best - 1), std::min(to, best + 1), function);
}

}  // namespace sihu
