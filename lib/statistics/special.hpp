#pragma once

#include <vector>

namespace sihu {

/// Tails of the distributions that the tests of this module refer to, to twelve digits. A continued
/// fraction each for the incomplete beta function (DiDonato and Morris 1992) and the incomplete
/// gamma function (DLMF 8.9.2; a series, 8.11.4, near 0), and plain sums. A hundred lines: too
/// little to ask everybody who builds sihu for Boost, which has the same in 138 MB of headers.

/// P(Z ≥ z), standard normal.
double normal_above(double z);

/// P(T ≥ t) and P(|T| ≥ |t|), Student's t; `df` > 0.
double student_above(double t, double df);
double student_beyond(double t, double df);

/// P(F ≥ f) of Fisher's F on (`df1`, `df2`), both > 0; 1 if `f` ≤ 0.
double f_above(double f, double df1, double df2);

/// P(X ≥ x), chi-square; `df` > 0; 1 if `x` ≤ 0.
double chi_square_above(double x, double df);

/// P(X ≤ k) of a Poisson with `mean` ≥ 0.
double poisson_at_most(long k, double mean);

/// P(X ≥ k) among `n` with probability `p`, 0 to 1.
double binomial_at_least(long k, long n, double p);

/// P(X = 0), …, P(X = m) for the number of successes among m independent trials, each with a
/// probability of its own (Poisson-binomial).
std::vector<double> success_counts(const std::vector<double>& chances);

}  // namespace sihu
