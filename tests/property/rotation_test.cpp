// Laws of the rotation over every size of organisation that people have: too many for a build with
// sanitizers.
#include "plan/rotation.hpp"

#include "plan/constraints.hpp"
#include "support/plans.hpp"
#include "support/rotations.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("rotation") {
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

  TEST_CASE("every rotation of 3 to 200 branches keeps all five rules") {
    for (int n = 3; n <= 200; ++n) {
      if (n == 4) continue;
      CAPTURE(n);
      CHECK(rotation_fault(n, order_of(n, natural_steps(n)), (n - 1) / 2) == "");
    }
  }
}
