#include "statistics/density.hpp"

#include <cmath>
#include <numbers>

namespace sihu {
namespace {

// u - ln(1 + u), by its power series where the two would nearly cancel.
double above_logarithm(double u) {
  if (std::abs(u) > 0.1) return u - std::log1p(u);
  double power = u * u;
  double sum = power / 2;
  for (int k = 3; k < 40; ++k) {
    power *= -u;
    const double longer = sum + power / k;
    if (longer == sum) break;
    sum = longer;
  }
  return sum;
}

}  // namespace

double stirling_error(double n) {
  constexpr double small = 15;
  if (n <= small)
    return std::lgamma(n + 1) - (n + 0.5) * std::log(n) + n - std::log(2 * std::numbers::pi) / 2;
  const double inverse = 1 / (n * n);
  return (1.0 / 12 - inverse * (1.0 / 360 -
                                inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188)))) /
         n;
}

double deviance(double x, double mean) {
  return x == 0 ? mean : x * above_logarithm((mean - x) / x);
}

double poisson_density(double k, double mean) {
  if (k == 0) return std::exp(-mean);
  return std::exp(-stirling_error(k) - deviance(k, mean)) / std::sqrt(2 * std::numbers::pi * k);
}

double binomial_density(double k, double n, double p, double q) {
  if (k == 0) return std::exp(n * (p < 0.1 ? std::log1p(-p) : std::log(q)));
  if (k == n) return std::exp(n * (q < 0.1 ? std::log1p(-q) : std::log(p)));
  const double others = n - k;
  const double exponent = stirling_error(n) - stirling_error(k) - stirling_error(others) -
                          deviance(k, n * p) - deviance(others, n * q);
  return std::exp(exponent) * std::sqrt(n / (2 * std::numbers::pi * k * others));
}

}  // namespace sihu
