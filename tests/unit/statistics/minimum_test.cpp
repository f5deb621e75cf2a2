#include "statistics/minimum.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <utility>

using namespace sihu;

TEST_SUITE("statistics") {
  TEST_CASE("the deeper of two valleys is found, and a minimum at the edge") {
    const auto valleys = [](double x) { return std::pow(x * x - 9, 2) + x; };
    CHECK(minimum_between(-14, 14, valleys) == doctest::Approx(-3.0138).epsilon(1e-4));
    CHECK(minimum_between(-14, 14, [](double x) { return x; }) == doctest::Approx(-14));
    CHECK(minimum_between(-14, 14, [](double x) { return -x; }) == doctest::Approx(14));
  }

  TEST_CASE("a minimum is found exactly, and sooner where it is expected") {
    int asked = 0;
    const auto hollow = [&](double x) {
      ++asked;
      return 6000 + 50 * std::exp(x - 1.2345) - 50 * x;  // lowest at 1.2345
    };
    CHECK(std::abs(minimum_between(-14, 14, hollow) - 1.2345) < 1e-9);
    const int far = std::exchange(asked, 0);
    const auto near = minimum_near(1.5, hollow);
    REQUIRE(near);
    CHECK(std::abs(*near - 1.2345) < 1e-9);
    CHECK(2 * asked < far);
    CHECK_FALSE(minimum_near(3, hollow));
    CHECK_FALSE(minimum_near(0, hollow));
  }
}
