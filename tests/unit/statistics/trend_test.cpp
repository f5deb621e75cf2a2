#include "statistics/trend.hpp"

#include "support/fractions.hpp"
#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<TrendPoint> points_of(const std::vector<Rational>& values) {
  std::vector<TrendPoint> points;
  for (const Rational& value : values) points.push_back({static_cast<long>(points.size()), value});
  return points;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("trends are those of the reference") {
    const Node reference = read_reference("statistics/reference/rank/expected_rank.json");
    for (const Node& expected : at(reference, "trend").items) {
      const auto trend = find_trend(points_of(decimals(at(expected, "y"))));
      REQUIRE(trend);
      CHECK(trend->slope.approximately() == number(at(expected, "theil_sen")));
      CHECK(static_cast<double>(trend->s) == number(at(expected, "S")));
      CHECK(is_near(trend->variance, number(at(expected, "var_tie_corrected")), 1e-12));
      CHECK(is_near(trend->z, number(at(expected, "z")), 1e-12));
      CHECK(is_near(trend->p_normal, number(at(expected, "p_normal")), 1e-12));
      REQUIRE(trend->p_exact.has_value() != at(expected, "p_exact").is_null());
      if (trend->p_exact) CHECK(is_near(*trend->p_exact, number(at(expected, "p_exact")), 1e-12));
    }
  }

  TEST_CASE("four quarters are the fewest to speak of, and can't be significant") {
    CHECK_FALSE(find_trend(points_of(decimals({"80"}))));
    CHECK_FALSE(find_trend(points_of(decimals({"80", "81", "82"})))->long_enough);
    const auto four = find_trend(points_of(decimals({"80", "81", "82", "83"})));
    CHECK(four->long_enough);
    CHECK(four->p() == doctest::Approx(1.0 / 12));
  }

  TEST_CASE("a quarter left out counts as time, and the order given does not matter") {
    const auto trend = find_trend({{6, decimal("83")}, {0, decimal("80")}, {2, decimal("81")}});
    CHECK(trend->slope == Rational(1, 2));
    CHECK(trend->s == 3);
  }

  TEST_CASE("values that are all equal have no trend") {
    const auto trend = find_trend(points_of(decimals({"80", "80", "80", "80"})));
    CHECK(trend->slope.is_zero());
    CHECK(trend->p() == 1);
  }
}
