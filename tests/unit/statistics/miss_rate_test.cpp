#include "statistics/miss_rate.hpp"

#include "support/sheets.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("miss rates are those of the reference") {
    const Node reference = detect_reference();
    const auto& rows = at(reference, "miss_rate").items;
    const auto rates = miss_rates(reference_sheets());
    REQUIRE(rates.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(rates[i].inspector == number_of(at(rows[i], "inspector").text, 0));
      CHECK(static_cast<double>(rates[i].missed) == field_of(rows[i], "missed"));
      CHECK(static_cast<double>(rates[i].found) == field_of(rows[i], "found"));
      CHECK(is_near(rates[i].rate, field_of(rows[i], "miss_rate"), 1e-9));
      CHECK(are_near({rates[i].interval.low, rates[i].interval.high},
                     numbers(at(rows[i], "wilson95")), 1e-9));
      CHECK(is_near(rates[i].others, field_of(rows[i], "pooled_others"), 1e-9));
      CHECK(rates[i].p == doctest::Approx(field_of(rows[i], "p")).epsilon(1e-9));
      CHECK(rates[i].q == doctest::Approx(field_of(rows[i], "q_bh")).epsilon(1e-9));
    }
  }

  TEST_CASE("what nobody can date is counted apart and held against nobody") {
    const auto rates = miss_rates({{1, 0, 5, seen("000-1")}, {2, 1, 5, seen("P?1P1")}});
    REQUIRE(rates.size() == 1);
    CHECK(rates[0].missed == 1);
    CHECK(rates[0].undated == 1);
    CHECK(rates[0].found == 1);
    CHECK(rates[0].p == 1);
  }

  TEST_CASE("whoever comes back in person is not measured, nor who came in the same quarter") {
    CHECK(miss_rates({{1, 0, 5, seen("0")}, {2, 0, 5, seen("P")}}).empty());
    CHECK(miss_rates({{1, 0, 5, seen("0")}, {1, 1, 5, seen("P")}}).empty());
    CHECK(miss_rates({}).empty());
  }

  TEST_CASE("an interval stays between 0 and 1") {
    CHECK(wilson_interval(0, 0).high == 1);
    CHECK(wilson_interval(0, 9).low == 0);
    CHECK(wilson_interval(9, 9).high == 1);
    CHECK(wilson_interval(9, 9).low > 0.6);
  }
}
