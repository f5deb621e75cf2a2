#include "statistics/special.hpp"

#include "statistics/density.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace sihu {
namespace {

constexpr double enough = 1e-16;
constexpr int most_steps = 1'000'000;

// Adds the next partial quotient a/(b + …) to a continued fraction, by the method of Lentz in the
// form of Thompson and Barnett, which never divides by 0.
class Fraction {
 public:
  explicit Fraction(double first) : value_(guarded(first)), upper_(value_) {}

  // Whether that changed nothing any more.
  bool add(double a, double b) {
    upper_ = guarded(b + a / upper_);
    lower_ = 1 / guarded(b + a * lower_);
    const double change = upper_ * lower_;
    value_ *= change;
    return std::abs(change - 1) < enough;
  }
  double value() const { return value_; }

 private:
  static double guarded(double x) { return x == 0 ? std::numeric_limits<double>::min() : x; }

  double value_;
  double upper_;
  double lower_ = 0;
};

// The continued fraction of DiDonato and Morris (1992), which takes x and y = 1 - x apart: where x
// is nearly 1, as for t with a million degrees of freedom, the usual one loses digits.
double beta_fraction(double a, double b, double x, double y) {
  const double from = a * y - b * x + 1;
  Fraction fraction(a / (a + 1) * from);
  for (int m = 1; m < most_steps; ++m) {
    const double odd = a + 2 * m - 1;
    const double upper = (a + m - 1) / odd * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
    const double lower =
        m + m * (b - m) * x / odd + (a + m) * (from + m * (1 + y)) / (a + 2 * m + 1);
    if (fraction.add(upper, lower)) break;
  }
  return fraction.value();
}

// The regularised incomplete beta function I_x(a, b), with y = 1 - x.
double beta_share(double a, double b, double x, double y) {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - beta_share(b, a, y, x);
  const double front = a * b / (a + b) * binomial_density(a, a + b, x, y);
  return front / beta_fraction(a, b, x, y);
}

double gamma_series(double a, double x) {
  double term = 1;
  double sum = 1;
  for (int k = 1; k < most_steps && term > sum * enough; ++k) {
    term *= x / (a + k);
    sum += term;
  }
  return poisson_density(a, x) * sum;
}

double gamma_fraction(double a, double x) {
  Fraction fraction(x + 1 - a);
  for (int k = 1; k < most_steps; ++k)
    if (fraction.add(-k * (k - a), x + 2 * k + 1 - a)) break;
  return a * poisson_density(a, x) / fraction.value();
}

}  // namespace

double normal_above(double z) {
  return std::erfc(z / std::numbers::sqrt2) / 2;
}

double student_beyond(double t, double df) {
  const double square = t * t;
  if (std::isinf(square)) return 0;
  return beta_share(df / 2, 0.5, df / (df + square), square / (df + square));
}

double student_above(double t, double df) {
  const double half = student_beyond(t, df) / 2;
  return t < 0 ? 1 - half : half;
}

double f_above(double f, double df1, double df2) {
  if (f <= 0) return 1;
  if (std::isinf(f)) return 0;
  const double whole = df2 + df1 * f;
  return beta_share(df2 / 2, df1 / 2, df2 / whole, df1 * f / whole);
}

double chi_square_above(double x, double df) {
  if (x <= 0) return 1;
  const double a = df / 2;
  return x / 2 < a + 1 ? 1 - gamma_series(a, x / 2) : gamma_fraction(a, x / 2);
}

double poisson_at_most(long k, double mean) {
  if (k < 0) return 0;
  if (mean <= 0) return 1;
  // From the term next to the cut away from the mean, so that terms only get smaller.
  const auto cut = static_cast<double>(k);
  const bool below = cut < mean;
  double term = poisson_density(below ? cut : cut + 1, mean);
  double sum = term;
  for (double at = below ? cut : cut + 2; below ? at > 0 : true; at += below ? -1 : 1) {
    term *= below ? at / mean : mean / at;
    sum += term;
    if (term <= sum * enough) break;
  }
  return below ? sum : 1 - sum;
}

double binomial_at_least(long k, long n, double p) {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  const auto trials = static_cast<double>(n);
  const auto cut = static_cast<double>(k);
  const bool above = cut > trials * p;
  const double odds = p / (1 - p);
  double at = above ? cut : cut - 1;
  double term = binomial_density(at, trials, p, 1 - p);
  double sum = term;
  while (term > sum * enough && (above ? at < trials : at > 0)) {
    term *= above ? (trials - at) / (at + 1) * odds : at / (trials - at + 1) / odds;
    at += above ? 1 : -1;
    sum += term;
  }
  return above ? sum : 1 - sum;
}

std::vector<double> success_counts(const std::vector<double>& chances) {
  std::vector<double> counts{1.0};
  for (const double chance : chances) {
    counts.push_back(0);
    for (std::size_t x = counts.size() - 1; x > 0; --x)
      counts[x] = counts[x] * (1 - chance) + counts[x - 1] * chance;
    counts[0] *= 1 - chance;
  }
  return counts;
}

}  // namespace sihu
