#include "plan/design.hpp"

#include "plan/rotation.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace sihu;

namespace {

std::vector<std::vector<int>> rounds_of(int n, const std::vector<int>& steps) {
  std::vector<std::vector<int>> rounds;
  for (const int step : steps) {
    rounds.emplace_back();
    for (int i = 0; i < n; ++i) rounds.back().push_back(((i + step) % n + n) % n);
  }
  return rounds;
}

bool is_near(double a, double b) {
  return std::abs(a - b) < 1e-9;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("rounds are as good as the steps they are made of") {
    for (const auto& [n, steps] : {std::pair{7, std::vector<int>{1, 2, 4}},
                                   {12, {1, 2, -3, 5}},
                                   {13, {1, 2, 4, 10}},
                                   {16, {3, -7, -5}}})
      CHECK(is_near(efficiency_of_rounds(n, rounds_of(n, steps)), Design(n).efficiency(steps)));
    CHECK(is_near(efficiency_of_rounds(7, rounds_of(7, {1, 2, 4})), 7.0 / 9));
  }

  TEST_CASE("what leaves branches apart compares nothing") {
    CHECK(efficiency_of_rounds(9, rounds_of(9, {1, 4, 7})) == 0);
    CHECK(efficiency_of_rounds(9, {}) == 0);
    std::vector<std::vector<int>> eighths;
    const RotationOrder order = order_of(16, natural_steps(16));
    for (int round = 0; round < 3; ++round) eighths.push_back(rotation_round(16, order, round));
    CHECK(efficiency_of_rounds(16, eighths) == 0);
  }

  TEST_CASE("quarters go round the whole cycle of an odd number") {
    Design design(7);
    CHECK(design.of_quarters({1, 2, -3}, 3).size() == 2);  // 6 rounds: 0 and 3
    CHECK(design.of_quarters({1, 2, -3}, 2).size() == 3);
    CHECK(Design(9).of_quarters({1, -2, 3, 4}, 3).size() == 8);  // each begins one some day
    CHECK(Design(10).of_quarters({2, 3, -4}, 3).size() == 3);
    CHECK(Design(12).of_quarters({1, -3, 4, -5}, 3).size() == 9);
    for (const double efficiency : design.of_quarters({1, 2, -3}, 3))
      CHECK(is_near(efficiency, 7.0 / 9));
  }

  TEST_CASE("neighbours are those of the ring of steps and reverses") {
    CHECK(Design(7).of_neighbours({1, 2, -3}, 3).size() == 6);
    CHECK(is_near(Design(7).of_neighbours({1, 2, -3}, 3).front(), 7.0 / 9));
  }
}
