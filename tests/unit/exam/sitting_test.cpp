#include "exam/sitting.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("exam") {
  TEST_CASE("a sitting comes to the sum of its answers, exactly") {
    const MarkedSitting sitting{"p1",
                                "zb01",
                                "q4",
                                1,
                                {{"b/1", "AC", Rational(2, 3), Rational(2)},
                                 {"b/2", "", Rational(), Rational(1)},
                                 {"b/3", "T", Rational(1, 3), Rational(1)}}};
    CHECK(sitting.mark() == Rational(1));
    CHECK(sitting.full() == Rational(4));
  }
}
