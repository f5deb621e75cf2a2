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
    CHECK(percent_figure({}) == Value());
  }
}
