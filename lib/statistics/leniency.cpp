#include "statistics/leniency.hpp"

#include "statistics/false_discovery.hpp"
#include "statistics/special.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace sihu {
namespace {

// A leniency, and its standard error.
struct Leaning {
  double points = 0;
  double error = 0;
};

std::vector<LeniencyFinding> judge(const std::vector<Leaning>& leanings, int df, double least) {
  std::vector<LeniencyFinding> findings;
  std::vector<double> p;
  for (const Leaning& leaning : leanings) {
    LeniencyFinding finding;
    finding.points = leaning.points;
    if (leaning.error > 0) {
      finding.t = finding.points / leaning.error;
      finding.p = student_beyond(finding.t, df);
    }
    p.push_back(finding.p);
    findings.push_back(finding);
  }
  const auto q = false_discovery_rates(p);
  for (std::size_t j = 0; j < q.size(); ++j) {
    findings[j].q = q[j];
    findings[j].notable =
        q[j] <= accepted_false_discoveries && std::abs(findings[j].points) >= least;
  }
  return findings;
}

std::vector<Leaning> as_fitted(const TwoWayFit& fit) {
  std::vector<Leaning> leanings;
  for (std::size_t j = 0; j < fit.leniency.size(); ++j)
    leanings.push_back({fit.leniency[j], fit.leniency_error[j]});
  return leanings;
}

// b_j less the mean of b over those that are plain, with the error of that contrast.
std::vector<Leaning> against(const TwoWayFit& fit, const std::vector<bool>& plain) {
  const std::size_t count = plain.size();
  const auto number = static_cast<double>(std::ranges::count(plain, true));
  std::vector<double> with_mean(count);  // covariance with the mean
  double mean = 0;
  double mean_variance = 0;
  for (std::size_t l = 0; l < count; ++l) {
    if (!plain[l]) continue;
    mean += fit.leniency[l] / number;
    for (std::size_t j = 0; j < count; ++j) with_mean[j] += fit.leniency_covariance(j, l) / number;
  }
  for (std::size_t l = 0; l < count; ++l)
    if (plain[l]) mean_variance += with_mean[l] / number;
  std::vector<Leaning> leanings;
  for (std::size_t j = 0; j < count; ++j) {
    const double variance = fit.leniency_covariance(j, j) - 2 * with_mean[j] + mean_variance;
    leanings.push_back({fit.leniency[j] - mean, std::sqrt(std::max(0.0, variance))});
  }
  return leanings;
}

// The plain one furthest off that is notable; nothing: none is.
std::optional<std::size_t> furthest(const std::vector<LeniencyFinding>& findings,
                                    const std::vector<bool>& plain) {
  std::optional<std::size_t> found;
  for (std::size_t j = 0; j < findings.size(); ++j) {
    if (!plain[j] || !findings[j].notable) continue;
    if (!found || std::abs(findings[*found].t) < std::abs(findings[j].t)) found = j;
  }
  return found;
}

}  // namespace

std::vector<LeniencyFinding> judge_leniency(const TwoWayFit& fit, double least) {
  if (fit.df < 1) return {};
  return judge(as_fitted(fit), fit.df, least);
}

std::vector<LeniencyFinding> judge_leniency_robustly(const TwoWayFit& fit, double least) {
  auto findings = judge_leniency(fit, least);
  std::vector<bool> plain(findings.size(), true);
  for (std::size_t left = plain.size(); 2 * (left - 1) >= plain.size() && left > 1; --left) {
    const auto outlier = furthest(findings, plain);
    if (!outlier) break;
    plain[*outlier] = false;
    findings = judge(against(fit, plain), fit.df, least);
  }
  return findings;
}

}  // namespace sihu
