#include "statistics/density.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace sihu;

TEST_SUITE("statistics") {
  TEST_CASE("densities agree with factorials where those are small") {
    CHECK(poisson_density(0, 2) == doctest::Approx(std::exp(-2)).epsilon(1e-14));
    CHECK(poisson_density(3, 2) == doctest::Approx(std::exp(-2) * 8 / 6).epsilon(1e-14));
    CHECK(binomial_density(2, 5, 0.3, 0.7) == doctest::Approx(10 * 0.09 * 0.343).epsilon(1e-14));
    CHECK(binomial_density(0, 5, 0.3, 0.7) == doctest::Approx(std::pow(0.7, 5)).epsilon(1e-14));
    CHECK(binomial_density(5, 5, 0.3, 0.7) == doctest::Approx(std::pow(0.3, 5)).epsilon(1e-14));
  }

  TEST_CASE("the remainder of Stirling's formula is one curve on both sides of its seam") {
    CHECK(stirling_error(1) == doctest::Approx(1 - std::log(2 * M_PI) / 2).epsilon(1e-14));
    CHECK(stirling_error(15.0000001) == doctest::Approx(stirling_error(15)).epsilon(1e-7));
    CHECK(stirling_error(1e6) == doctest::Approx(1 / 12e6).epsilon(1e-9));
  }

  TEST_CASE("the deviance keeps its digits next to its zero") {
    CHECK(deviance(5, 5) == 0);
    CHECK(deviance(0, 3) == 3);
    CHECK(deviance(1e6, 1e6 + 1) == doctest::Approx(0.5e-6).epsilon(1e-5));
    CHECK(deviance(4, 8) == doctest::Approx(4 * std::log(0.5) + 4).epsilon(1e-14));
  }
}
