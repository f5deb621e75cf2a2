#include "snapshot/fault_runs.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace sihu {

void FaultRuns::settle() {
  auto& run = runs_.back();
  if (!std::ranges::is_sorted(run, {}, &SmallFault::number))
    std::ranges::sort(run, {}, &SmallFault::number);
}

void FaultRuns::absorb(FaultRuns&& other) {
  for (auto& run : other.runs_)
    if (!run.empty()) runs_.insert(runs_.begin(), std::move(run));
  other.runs_.assign(1, {});
}

std::unordered_set<std::uint64_t> FaultRuns::named_again() const {
  constexpr auto number = &SmallFault::number;
  std::vector<SmallFault> again;
  for (auto run = runs_.begin(); run != runs_.end(); ++run) {
    for (std::size_t i = 1; i < run->size(); ++i)
      if ((*run)[i].number() == (*run)[i - 1].number()) again.push_back((*run)[i]);
    for (auto other = run + 1; other != runs_.end(); ++other)
      std::ranges::set_intersection(*run, *other, std::back_inserter(again), {}, number, number);
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
