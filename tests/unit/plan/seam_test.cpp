#include "plan/seam.hpp"

#include "plan/constraints.hpp"
#include "plan/offsets.hpp"
#include "plan/rotation.hpp"
#include "support/rotations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace sihu;
using namespace sihu::test;

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
