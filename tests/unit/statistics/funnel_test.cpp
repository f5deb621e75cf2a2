#include "statistics/funnel.hpp"

#include "support/sheets.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("the funnel is that of the reference") {
    const Node reference = detect_reference();
    const Node& expected = at(reference, "funnel");
    const Funnel funnel = finding_funnel(reference_sheets(), field_of(expected, "kappa"));
    CHECK(is_near(funnel.rate, field_of(expected, "pbar"), 1e-9));
    CHECK(is_near(funnel.overdispersion, field_of(expected, "phi_winsorised10"), 1e-9));
    const auto& rows = at(expected, "rows").items;
    REQUIRE(funnel.points.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const FunnelPoint& point = funnel.points[i];
      CHECK(point.inspector == number_of(at(rows[i], "inspector").text, 0));
      CHECK(static_cast<double>(point.found) == field_of(rows[i], "observed"));
      CHECK(is_near(point.expected, field_of(rows[i], "expected"), 1e-9));
      CHECK(is_near(point.ratio, field_of(rows[i], "ratio"), 1e-9));
      CHECK(is_near(point.z, field_of(rows[i], "z"), 1e-9));
      CHECK(is_near(point.z_adjusted, field_of(rows[i], "z_overdispersed"), 1e-9));
      CHECK(point.p == doctest::Approx(field_of(rows[i], "p_low")).epsilon(1e-9));
      CHECK(point.p_middle == doctest::Approx(field_of(rows[i], "p_low_mid")).epsilon(1e-9));
      CHECK(point.q == doctest::Approx(field_of(rows[i], "q_bh")).epsilon(1e-9));
    }
  }

  TEST_CASE("whoever lies on a limit has its z") {
    const Funnel funnel = finding_funnel(reference_sheets());
    const auto limits = funnel.limits(36, 1.96);
    const double scale = std::sqrt(funnel.overdispersion);
    CHECK(2 * (std::sqrt(limits.low) - 6) / scale == doctest::Approx(-1.96));
    CHECK(2 * (std::sqrt(limits.high) - 6) / scale == doctest::Approx(1.96));
    CHECK(funnel.limits(0.1, 3.09).low == 0);
  }

  TEST_CASE("no sheets, and sheets without findings, accuse nobody") {
    CHECK(finding_funnel({}).points.empty());
    const Funnel funnel = finding_funnel({{1, 0, 1, seen("000")}, {1, 1, 0, seen("000")}});
    REQUIRE(funnel.points.size() == 2);
    CHECK(funnel.points[0].q == 1);
    CHECK(funnel.points[0].ratio == 1);
  }
}
