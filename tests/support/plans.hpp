#pragma once

#include "document/organisation.hpp"
#include "plan/rotation.hpp"
#include "plan/visit.hpp"
#include "support/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace sihu::test {

inline int whole_number(const Node& node) {
  return std::stoi(node.text);
}

inline std::vector<int> whole_numbers(const Node& list) {
  std::vector<int> all;
  for (const Node& item : list.items) all.push_back(whole_number(item));
  return all;
}

/// What is wrong with a cycle, as one word, or nothing: the five things it has to keep, the last of
/// them that A→B lies `window` rounds or more from B→A.
inline std::string rotation_fault(int n, const RotationOrder& order, int window) {
  std::map<Visit, int> when;
  for (int round = 0; round < rotation_rounds(n); ++round) {
    const std::vector<int> targets = rotation_round(n, order, round);
    std::vector<int> sorted = targets;
    std::ranges::sort(sorted);
    for (int i = 0; i < n; ++i) {
      const int target = targets[static_cast<std::size_t>(i)];
      if (sorted[static_cast<std::size_t>(i)] != i) return "no permutation";
      if (target == i) return "itself";
      if (targets[static_cast<std::size_t>(target)] == i) return "mutual";
      if (!when.emplace(Visit{i, target}, round).second) return "repeated";
    }
  }
  for (const auto& [visit, round] : when) {
    const auto back = when.find(visit.reversed());
    if (back == when.end()) return "never back";
    if (std::abs(back->second - round) < window) return "back too soon";
  }
  return {};
}

/// An invented organisation of `count` branches, zb001 and on, without people.
inline Organisation branches_only(int count) {
  Organisation organisation;
  for (int i = 1; i <= count; ++i)
    organisation.branches.push_back({fmt::format("zb{:03}", i), {}, {}, 1, {}});
  return organisation;
}

}  // namespace sihu::test
