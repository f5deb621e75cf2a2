#include "statistics/formality.hpp"

#include "statistics/clean_sheet.hpp"
#include "statistics/funnel.hpp"
#include "statistics/miss_rate.hpp"

#include <map>

namespace sihu {

std::vector<FormalitySigns> formality_signs(const std::vector<InspectionSheet>& sheets,
                                            double level) {
  std::map<std::size_t, FormalitySigns> by_inspector;
  const auto clean = judge_sheets(sheets);
  for (std::size_t i = 0; i < sheets.size(); ++i)
    by_inspector[sheets[i].inspector].clean_sheets |= clean[i].q <= level;
  for (const FunnelPoint& point : finding_funnel(sheets).points)
    by_inspector[point.inspector].few_findings = point.q <= level;
  for (const MissRate& rate : miss_rates(sheets))
    by_inspector[rate.inspector].misses_much = rate.q <= level;
  std::vector<FormalitySigns> list;
  for (auto& [inspector, signs] : by_inspector) {
    signs.inspector = inspector;
    list.push_back(signs);
  }
  return list;
}

}  // namespace sihu
