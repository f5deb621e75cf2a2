#include "snapshot/fault_runs.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace sihu {

void FaultRuns::settle() {
  auto& run = runs_.back();
  if (!std::ranges::is_sorted(run)) std::ranges::sort(run);
}

void FaultRuns::absorb(FaultRuns&& other) {
  for (auto& run : other.runs_)
    if (!run.empty()) runs_.insert(runs_.begin(), std::move(run));
  other.runs_.assign(1, {});
}

std::unordered_set<std::uint64_t> FaultRuns::named_again() const {
  std::vector<SmallFault> again;
  for (auto run = runs_.begin(); run != runs_.end(); ++run) {
    for (auto twin = std::ranges::adjacent_find(*run); twin != run->end();
         twin = std::adjacent_find(twin + 1, run->end()))
      again.push_back(*twin);
    for (auto other = run + 1; other != runs_.end(); ++other)
      std::ranges::set_intersection(*run, *other, std::back_inserter(again));
  }
  std::unordered_set<std::uint64_t> numbers;
  for (const SmallFault fault : again) numbers.insert(fault.number());
  return numbers;
}

std::vector<std::uint64_t> FaultRuns::take() {
  std::vector<std::uint64_t> all;
  for (const auto& run : std::exchange(runs_, std::vector<std::vector<SmallFault>>(1))) {
    const auto before = static_cast<std::ptrdiff_t>(all.size());
    all.reserve(all.size() + run.size());
    for (const SmallFault fault : run) all.push_back(fault.number());
    std::inplace_merge(all.begin(), all.begin() + before, all.end());
  }
  return all;
}

}  // namespace sihu
