#include "snapshot/names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("snapshot") {
  TEST_CASE("a text keeps its number, and the empty one is 0") {
    Names names;
    const auto first = names.number("p001");
    CHECK(names.number("p002") != first);
    CHECK(names.number("p001") == first);
    CHECK(names.name(first) == "p001");
    CHECK(names.number("") == 0);
  }

  TEST_CASE("when numbers run out it says so") {
    Names names;
    for (int i = 0; i < 70000; ++i) names.number("p" + std::to_string(i));
    CHECK(names.number("another") == Names::too_many);
    CHECK(names.name(names.number("p7")) == "p7");
  }
}
