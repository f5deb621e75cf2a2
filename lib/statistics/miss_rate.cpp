#include "statistics/miss_rate.hpp"

#include "statistics/false_discovery.hpp"
#include "statistics/special.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace sihu {
namespace {

using SheetPointers = std::vector<const InspectionSheet*>;

SheetPointers by_branch_and_time(const std::vector<InspectionSheet>& sheets) {
  SheetPointers ordered;
  for (const InspectionSheet& sheet : sheets) ordered.push_back(&sheet);
  std::ranges::stable_sort(ordered, {}, [](const InspectionSheet* sheet) {
    return std::tuple(sheet->branch, sheet->visit, sheet->inspector);
  });
  return ordered;
}

// The first later sheet of the same branch by somebody else, or nothing.
const InspectionSheet* next_visit(const SheetPointers& ordered, std::size_t at) {
  const InspectionSheet& sheet = *ordered[at];
  for (std::size_t later = at + 1; later < ordered.size(); ++later) {
    if (ordered[later]->branch != sheet.branch) return nullptr;
    if (ordered[later]->visit == sheet.visit) continue;
    return ordered[later]->inspector == sheet.inspector ? nullptr : ordered[later];
  }
  return nullptr;
}

void compare(MissRate& rate, const InspectionSheet& sheet, const InspectionSheet& next) {
  rate.found += count_findings(sheet);
  const std::size_t common = std::min(sheet.items.size(), next.items.size());
  for (std::size_t item = 0; item < common; ++item) {
    if (sheet.items[item] != Seen::passed) continue;
    rate.missed += next.items[item] == Seen::found_old;
    rate.undated += next.items[item] == Seen::found_undated;
  }
}

void judge(std::vector<MissRate>& rates) {
  std::size_t missed = 0;
  std::size_t total = 0;
  for (const MissRate& rate : rates) {
    missed += rate.missed;
    total += rate.missed + rate.found;
  }
  std::vector<double> p;
  for (MissRate& rate : rates) {
    const std::size_t own = rate.missed + rate.found;
    if (own > 0) rate.rate = static_cast<double>(rate.missed) / static_cast<double>(own);
    rate.interval = wilson_interval(rate.missed, own);
    if (total > own) {
      rate.others = static_cast<double>(missed - rate.missed) / static_cast<double>(total - own);
      rate.p =
          binomial_at_least(static_cast<long>(rate.missed), static_cast<long>(own), rate.others);
    }
    p.push_back(rate.p);
  }
  const auto q = false_discovery_rates(p);
  for (std::size_t i = 0; i < q.size(); ++i) rates[i].q = q[i];
}

}  // namespace

WilsonInterval wilson_interval(std::size_t count, std::size_t total) {
  if (total == 0) return {};
  return wilson_interval_of(static_cast<double>(count) / static_cast<double>(total), total);
}

WilsonInterval wilson_interval_of(double share, std::size_t total) {
  constexpr double z = 1.959963984540054;  // 97.5 % of the normal distribution lie below
  const auto n = static_cast<double>(total);
  const double middle = share + z * z / (2 * n);
  const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  return {std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::vector<MissRate> miss_rates(const std::vector<InspectionSheet>& sheets) {
  const auto ordered = by_branch_and_time(sheets);
  std::map<std::size_t, MissRate> by_inspector;
  for (std::size_t at = 0; at < ordered.size(); ++at) {
    const InspectionSheet* next = next_visit(ordered, at);
    if (next) compare(by_inspector[ordered[at]->inspector], *ordered[at], *next);
  }
  std::vector<MissRate> rates;
  for (auto& [inspector, rate] : by_inspector) {
    rate.inspector = inspector;
    rates.push_back(rate);
  }
  judge(rates);
  return rates;
}

}  // namespace sihu
