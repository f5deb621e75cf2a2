#include "statistics/minimum.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace sihu;

TEST_SUITE("statistics") {
  TEST_CASE("the deeper of two valleys is found, and a minimum at the edge") {
    const auto valleys = [](double x) { return std::pow(x * x - 9, 2) + x; };
    CHECK(minimum_between(-14, 14, valleys) == doctest::Approx(-3.0138).epsilon(1e-4));
    CHECK(minimum_between(-14, 14, [](double x) { return x; }) == doctest::Approx(-14));
    CHECK(minimum_between(-14, 14, [](double x) { return -x; }) == doctest::Approx(14));
  }
}
