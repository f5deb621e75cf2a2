// Cycles of a rotation as an organisation lives them, and how far apart their visits come.
#pragma once

#include "plan/offsets.hpp"
#include "plan/rotation.hpp"
#include "plan/seam.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace sihu::test {

// The least number of rounds between a visit and its reverse, and between it and the same.
inline SeamDistances least_distances(const std::vector<std::vector<Visit>>& rounds) {
  std::map<Visit, int> last;
  SeamDistances least{1000, 1000};
  for (int round = 0; round < static_cast<int>(rounds.size()); ++round) {
    const auto& visits = rounds[static_cast<std::size_t>(round)];
    const auto since = [&](Visit visit, int before) {
      const auto found = last.find(visit);
      return found == last.end() ? before : std::min(before, round - found->second);
    };
    for (const Visit& visit : visits)
      least = {since(visit.reversed(), least.back), since(visit, least.again)};
    for (const Visit& visit : visits) last[visit] = round;
  }
  return least;
}

// Quarters of `each` rounds, one after the other.
inline std::vector<std::vector<Visit>> lived_quarters(int n, int each, int window, int quarters,
                                                      std::uint64_t seed) {
  const Rotation rotation(n, steps_for_quarters(n, each), window, each);
  RotationPlace place{seed, 0, 0};
  std::vector<std::vector<Visit>> all;
  for (int i = 0; i < quarters; ++i) all.push_back(rotation.take(place, each));
  return all;
}

inline std::vector<std::vector<Visit>> lived(int n, int window, int rounds, std::uint64_t seed) {
  return lived_quarters(n, 1, window, rounds, seed);
}

}  // namespace sihu::test
