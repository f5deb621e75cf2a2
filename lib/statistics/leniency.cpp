#include "statistics/leniency.hpp"

#include "statistics/false_discovery.hpp"
#include "statistics/special.hpp"

#include <cmath>
#include <cstddef>

namespace sihu {

std::vector<LeniencyFinding> judge_leniency(const TwoWayFit& fit, double least) {
  if (fit.df < 1) return {};
  std::vector<LeniencyFinding> findings;
  std::vector<double> p;
  for (std::size_t j = 0; j < fit.leniency.size(); ++j) {
    LeniencyFinding finding;
    finding.points = fit.leniency[j];
    if (fit.leniency_error[j] > 0) {
      finding.t = finding.points / fit.leniency_error[j];
      finding.p = student_beyond(finding.t, fit.df);
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

}  // namespace sihu
