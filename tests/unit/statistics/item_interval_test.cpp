#include "statistics/item_interval.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("statistics") {
  TEST_CASE("the share of a question lies within Wilson's interval, also where all had it right") {
    const auto half = share_interval(0.5, 100);
    CHECK(half->from == doctest::Approx(0.4038).epsilon(0.001));
    CHECK(half->to == doctest::Approx(0.5962).epsilon(0.001));
    const auto all = share_interval(1, 30);
    CHECK(all->from == doctest::Approx(0.8865).epsilon(0.001));
    CHECK(all->to == doctest::Approx(1));
    CHECK_FALSE(share_interval(0.5, 0));
  }

  TEST_CASE("a correlation lies within Fisher's interval") {
    const auto r = correlation_interval(0.5, 30);
    CHECK(r->from == doctest::Approx(0.1704).epsilon(0.001));
    CHECK(r->to == doctest::Approx(0.7290).epsilon(0.001));
    CHECK(r->holds(0.2));
    CHECK_FALSE(r->holds(0.1));
    CHECK_FALSE(correlation_interval(0.5, 3));
    CHECK_FALSE(correlation_interval(std::nullopt, 30));
    CHECK(correlation_interval(1.0, 30)->to <= 1);
  }
}
