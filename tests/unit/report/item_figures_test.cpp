#include "report/item_figures.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("figures have their decimals and no minus before nothing") {
    CHECK(std::get<std::string>(figure(0.12345, 3)) == "0.123");
    CHECK(std::get<std::string>(figure(-0.0004, 3)) == "0.000");
    CHECK(std::get<std::string>(figure(-0.0006, 3)) == "-0.001");
    CHECK(std::get<std::string>(percent_figure(0.875)) == "87.5");
    CHECK(figure({}, 2) == Value());
    CHECK(decimals(1e18, 1).starts_with("1000000000000000000"));
  }

  TEST_CASE("figures are rounded half up, by the decimals that are meant") {
    CHECK(decimals(0.125, 2) == "0.13");
    CHECK(decimals(-0.125, 2) == "-0.13");
    CHECK(decimals(2.675, 2) == "2.68");
    CHECK(decimals(2.6749, 2) == "2.67");
    CHECK(std::get<std::string>(percent_figure(0.0625)) == "6.3");
    CHECK(percent_figure({}) == Value());
  }
}
