#include "plan/seam.hpp"

#include "plan/offsets.hpp"
#include "plan/rotation.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <set>

using namespace sihu;

namespace {

// The least number of rounds between a visit and the same, or its reverse.
int least_distance(const std::vector<std::vector<Visit>>& rounds) {
  std::map<Visit, int> last;
  int least = 1000;
  for (int round = 0; round < static_cast<int>(rounds.size()); ++round) {
    const auto& visits = rounds[static_cast<std::size_t>(round)];
    for (const Visit& visit : visits)
      for (const Visit& other : {visit, visit.reversed()})
        if (const auto found = last.find(other); found != last.end())
          least = std::min(least, round - found->second);
    for (const Visit& visit : visits) last[visit] = round;
  }
  return least;
}

std::vector<std::vector<Visit>> lived(int n, int window, int rounds, std::uint64_t seed) {
  const Rotation rotation(n, spread_steps(n, 3), window);
  RotationPlace place{seed, 0, 0};
  std::vector<std::vector<Visit>> all;
  for (int i = 0; i < rounds; ++i) all.push_back(rotation.take(place, 1));
  return all;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("where two cycles meet nothing comes again within the window") {
    for (const int n : {3, 5, 6, 7, 9, 16, 25}) {
      CAPTURE(n);
      for (std::uint64_t seed = 0; seed < 3; ++seed)
        CHECK(least_distance(lived(n, 4, 2 * (n - 1), seed)) >= std::min(4, (n - 1) / 2));
    }
  }

  TEST_CASE("where that is impossible they lie as far apart as can be found") {
    CHECK(least_distance(lived(8, 4, 14, 0)) == 2);
    CHECK(least_distance(lived(12, 4, 22, 0)) == 3);
  }

  TEST_CASE("larger organisations get new places in each cycle, small ones where there are any") {
    const Rotation rotation(30, spread_steps(30, 3), 4);
    CHECK(rotation.labels(1, 0) != rotation.labels(1, 1));
    CHECK(rotation.labels(1, 1) != rotation.labels(1, 2));
    CHECK(rotation.labels(1, 0) != rotation.labels(2, 0));
  }

  TEST_CASE("rounds can be taken together, across a seam too") {
    const Rotation rotation(6, spread_steps(6, 3), 2);
    RotationPlace place{3, 0, 4};
    const auto visits = rotation.take(place, 2);
    CHECK(place == RotationPlace{3, 1, 1});
    std::set<Visit> all(visits.begin(), visits.end());
    CHECK(all.size() == 12);
    for (const Visit& visit : visits) CHECK_FALSE(all.contains(visit.reversed()));
  }

  TEST_CASE("taking rounds one by one or at once is the same") {
    const Rotation rotation(9, spread_steps(9, 3), 4);
    RotationPlace one{5, 0, 0};
    RotationPlace all{5, 0, 0};
    std::set<Visit> singly;
    for (int i = 0; i < 8; ++i)
      for (const Visit& visit : rotation.take(one, 1)) singly.insert(visit);
    const auto together = rotation.take(all, 8);
    CHECK(one == all);
    CHECK(singly == std::set<Visit>(together.begin(), together.end()));
    CHECK(singly.size() == 72);  // every ordered pair once
  }
}
