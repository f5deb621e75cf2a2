#include "plan/seam.hpp"

#include "plan/constraints.hpp"
#include "plan/offsets.hpp"
#include "plan/rotation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

using namespace sihu;

namespace {

// The least number of rounds between a visit and its reverse, and between it and the same.
SeamDistances least_distances(const std::vector<std::vector<Visit>>& rounds) {
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
std::vector<std::vector<Visit>> lived_quarters(int n, int each, int window, int quarters,
                                               std::uint64_t seed) {
  const Rotation rotation(n, spread_steps(n, std::max(3, each)), window);
  RotationPlace place{seed, 0, 0};
  std::vector<std::vector<Visit>> all;
  for (int i = 0; i < quarters; ++i) all.push_back(rotation.take(place, each));
  return all;
}

std::vector<std::vector<Visit>> lived(int n, int window, int rounds, std::uint64_t seed) {
  return lived_quarters(n, 1, window, rounds, seed);
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("where two cycles meet nothing comes again within the window") {
    for (const int n : {3, 5, 6, 7, 9, 16, 25}) {
      CAPTURE(n);
      for (std::uint64_t seed = 0; seed < 3; ++seed) {
        const auto [back, again] = least_distances(lived(n, 4, 2 * (n - 1), seed));
        CHECK(std::min(back, again) >= std::min(4, (n - 1) / 2));
      }
    }
  }

  TEST_CASE("where that is impossible a visit comes again sooner, its reverse never") {
    for (const int n : {8, 10, 12}) {
      CAPTURE(n);
      for (std::uint64_t seed = 0; seed < 3; ++seed) {
        const auto [back, again] = least_distances(lived(n, 4, 3 * (n - 1), seed));
        CHECK(back >= std::min(4, (n - 1) / 2));
        CHECK(again >= 2);
      }
    }
  }

  TEST_CASE(
      "three cycles of 5 to 40 branches, one to four visits a quarter, reverse none too soon") {
    for (int each = 1; each <= 4; ++each)
      for (int n = std::max(5, 2 * each + 1); n <= 40; ++n) {
        CAPTURE(n);
        CAPTURE(each);
        const int gap = usual_gap(n, each);
        const auto quarters =
            lived_quarters(n, each, std::max(each, gap * each), 3 * (n - 1) / each, 20261012);
        const auto [back, again] = least_distances(quarters);
        CHECK(back >= gap);
        // Here all or nearly all pairs meet within two quarters: some come twice in the one in
        // which two cycles meet, and the plan exchanges them.
        const bool too_dense = (n == 8 && each == 3) || (n == 10 && each == 4);
        CHECK((again >= 1 || too_dense));
      }
  }

  TEST_CASE("each cycle of 3 to 60 branches keeps reverses as far apart as can be") {
    for (int n = 3; n <= 60; ++n) {
      if (n == 4) continue;
      CAPTURE(n);
      const Rotation rotation(n, spread_steps(n, 3), usual_gap(n, 1));
      for (int cycle = 0; cycle < 3; ++cycle) {
        std::vector<std::vector<Visit>> rounds;
        for (RotationPlace place{20261012, cycle, 0}; place.round < n - 1;)
          rounds.push_back(rotation.take(place, 1));
        CHECK(least_distances(rounds).back == (n - 1) / 2);
      }
    }
  }

  TEST_CASE("the bound holds also where two cycles meet, for who asks for that") {
    for (const int n : {6, 8, 12, 16, 24, 32}) {
      CAPTURE(n);
      CHECK(least_distances(lived(n, (n - 1) / 2, 3 * (n - 1), 3)).back == (n - 1) / 2);
    }
  }

  TEST_CASE("an odd number that finds no new places repeats its cycle") {
    const Rotation rotation(33, spread_steps(33, 3), 8);
    CHECK(rotation.labels(1, 0) == rotation.labels(1, 1));
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
