#include "statistics/funnel.hpp"

#include "statistics/false_discovery.hpp"
#include "statistics/matrix.hpp"
#include "statistics/special.hpp"

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

// Findings and items asked, by branch (row) and inspector (column), and over all inspectors.
struct Tallies {
  Matrix found;
  Matrix asked;
  std::vector<double> branch_found;
  std::vector<double> branch_asked;
  double all_found = 0;
  double all_asked = 0;
};

Tallies tally(const std::vector<InspectionSheet>& sheets) {
  const SheetCounts counts = count_in(sheets);
  Tallies tallies{Matrix(counts.branches, counts.inspectors),
                  Matrix(counts.branches, counts.inspectors),
                  std::vector<double>(counts.branches),
                  std::vector<double>(counts.branches),
                  0,
                  0};
  for (const InspectionSheet& sheet : sheets) {
    const auto found = static_cast<double>(count_findings(sheet));
    const auto asked = static_cast<double>(count_asked(sheet));
    tallies.found(sheet.branch, sheet.inspector) += found;
    tallies.asked(sheet.branch, sheet.inspector) += asked;
    tallies.branch_found[sheet.branch] += found;
    tallies.branch_asked[sheet.branch] += asked;
    tallies.all_found += found;
    tallies.all_asked += asked;
  }
  return tallies;
}

FunnelPoint point_of(const Tallies& tallies, std::size_t inspector, double rate, double pseudo) {
  FunnelPoint point;
  point.inspector = inspector;
  double found = 0;
  for (std::size_t i = 0; i < tallies.branch_found.size(); ++i) {
    const double own = tallies.asked(i, inspector);
    if (own == 0) continue;
    const double others_found = tallies.branch_found[i] - tallies.found(i, inspector);
    const double others_asked = tallies.branch_asked[i] - own;
    point.expected += own * (others_found + pseudo * rate) / (others_asked + pseudo);
    found += tallies.found(i, inspector);
  }
  point.found = static_cast<std::size_t>(found);
  point.ratio = point.expected > 0 ? found / point.expected : 1;
  point.z = 2 * (std::sqrt(found) - std::sqrt(point.expected));
  const auto count = static_cast<long>(point.found);
  point.p = poisson_at_most(count, point.expected);
  point.p_middle = (point.p + poisson_at_most(count - 1, point.expected)) / 2;
  return point;
}

// The mean of z² with the lowest and highest tenth of z pulled to the next one within.
double overdispersion_of(const std::vector<FunnelPoint>& points) {
  if (points.empty()) return 1;
  std::vector<double> z;
  for (const FunnelPoint& point : points) z.push_back(point.z);
  std::ranges::sort(z);
  const std::size_t pulled = z.size() / 10;
  double sum = 0;
  for (const double one : z) {
    const double within = std::clamp(one, z[pulled], z[z.size() - 1 - pulled]);
    sum += within * within;
  }
  return sum / static_cast<double>(z.size());
}

void add_rates(std::vector<FunnelPoint>& points) {
  std::vector<double> p;
  for (const FunnelPoint& point : points) p.push_back(point.p);
  const auto q = false_discovery_rates(p);
  for (std::size_t i = 0; i < points.size(); ++i) points[i].q = q[i];
}

}  // namespace

Funnel::Limits Funnel::limits(double expected, double z) const {
  const double half = z * std::sqrt(std::max(1.0, overdispersion)) / 2;
  const double low = std::max(0.0, std::sqrt(expected) - half);
  const double high = std::sqrt(expected) + half;
  return {low * low, high * high};
}

Funnel finding_funnel(const std::vector<InspectionSheet>& sheets, double pseudo_items) {
  const Tallies tallies = tally(sheets);
  std::vector<bool> present(count_in(sheets).inspectors);
  for (const InspectionSheet& sheet : sheets)
    if (count_asked(sheet) > 0) present[sheet.inspector] = true;
  Funnel funnel;
  if (tallies.all_asked > 0) funnel.rate = tallies.all_found / tallies.all_asked;
  for (std::size_t j = 0; j < present.size(); ++j)
    if (present[j]) funnel.points.push_back(point_of(tallies, j, funnel.rate, pseudo_items));
  funnel.overdispersion = overdispersion_of(funnel.points);
  for (FunnelPoint& point : funnel.points)
    point.z_adjusted = point.z / std::sqrt(std::max(1.0, funnel.overdispersion));
  add_rates(funnel.points);
  return funnel;
}

}  // namespace sihu
