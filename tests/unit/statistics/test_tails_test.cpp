#include "statistics/test_tails.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace sihu;

TEST_SUITE("statistics") {
  TEST_CASE("the tails are 27 % of the candidates, rounded") {
    CHECK(tails_of(std::vector<double>(60)).size == 16);
    CHECK(tails_of({1, 2}).size == 1);
    CHECK(tails_of({1}).size == 0);
    CHECK(tails_of({1}).upper == std::vector<double>{0});
  }

  TEST_CASE("those tied at the edge share the places, whatever their order") {
    const TestTails tails = tails_of({5, 9, 5, 1, 5, 0, 2});  // two at each end
    CHECK(tails.size == 2);
    CHECK(tails.upper == std::vector<double>{1.0 / 3, 1, 1.0 / 3, 0, 1.0 / 3, 0, 0});
    CHECK(tails.lower == std::vector<double>{0, 0, 0, 1, 0, 1, 0});
  }

  TEST_CASE("the same marks in another order of addition are a tie") {
    const double one = 0.1 + 0.2 + 0.3, other = 0.3 + 0.2 + 0.1;
    REQUIRE(one != other);
    const TestTails tails = tails_of({one, other, 0, 0});
    CHECK(tails.upper == std::vector<double>{0.5, 0.5, 0, 0});
  }
}
