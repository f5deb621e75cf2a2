#pragma once

namespace sihu {

/// Densities by the saddle point (Loader 2000): the large logarithms of factorials cancel before
/// anything is subtracted, so that twelve digits are left also where `lgamma` alone would leave
/// nine. Counts may be fractions: tails of t, F and chi-square need them.

/// What Stirling's formula leaves over of ln Γ(n + 1); `n` > 0.
double stirling_error(double n);

/// x ln(x / mean) + mean - x, which is never negative; `x` ≥ 0, `mean` > 0.
double deviance(double x, double mean);

/// P(X = k) of a Poisson with `mean` > 0; `k` ≥ 0.
double poisson_density(double k, double mean);

/// P(X = k) among `n` with probability `p`, and `q` = 1 - p given apart so that neither loses its
/// digits; 0 ≤ k ≤ n, 0 < p < 1.
double binomial_density(double k, double n, double p, double q);

}  // namespace sihu
