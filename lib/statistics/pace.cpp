#include "statistics/pace.hpp"

#include "statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace sihu {

Pace judge_pace(const std::vector<PaceInput>& sheets) {
  std::vector<double> logs;
  for (const PaceInput& sheet : sheets)
    logs.push_back(std::log(sheet.seconds / static_cast<double>(sheet.items)));
  Pace pace;
  pace.median_log = median_of(logs);
  std::vector<double> distances;
  for (const double log : logs) distances.push_back(std::abs(log - pace.median_log));
  pace.deviation = median_of(distances);
  constexpr double normal_quartile = 0.6745;
  for (const double log : logs)
    pace.z.push_back(pace.deviation > 0 ? normal_quartile * (log - pace.median_log) / pace.deviation
                                        : 0);
  return pace;
}

std::vector<TimeOverlap> find_overlaps(const std::vector<TimeWindow>& windows) {
  std::vector<std::size_t> order(windows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, {}, [&](std::size_t i) { return std::tuple(windows[i].inspector, windows[i].from); });
  std::vector<TimeOverlap> overlaps;
  for (std::size_t a = 0; a < order.size(); ++a)
    for (std::size_t b = a + 1; b < order.size(); ++b) {
      const TimeWindow& first = windows[order[a]];
      const TimeWindow& second = windows[order[b]];
      if (second.inspector != first.inspector || second.from >= first.to) break;
      if (second.branch != first.branch)
        overlaps.push_back({std::min(order[a], order[b]), std::max(order[a], order[b])});
    }
  return overlaps;
}

}  // namespace sihu
