#include "review/published.hpp"

#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

ReviewResult of(const std::vector<long>& totals, ReviewMethod method = ReviewMethod::mean) {
  std::vector<OpenedSheet> sheets;
  for (const long total : totals)
    sheets.push_back(opened("p" + std::to_string(sheets.size()), "a", total));
  return review_results({"a"}, sheets, {method, 3, {}, "2026Q4"}).front();
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("of five sheets a result goes out rounded, its interval made of what is told") {
    const auto told = published(of({61, 70, 80, 90, 100}));
    REQUIRE(told);
    CHECK(told->value == Rational(401, 5));
    CHECK(told->error == Rational(69, 10));
    CHECK(told->low == Rational(61));  // 80.2 less 2.776 times 6.9
    CHECK(told->high == Rational(994, 10));
  }

  TEST_CASE("of three or four sheets the value goes out alone, whether they agree or not") {
    const auto three = published(of({60, 70, 71}));
    REQUIRE(three);
    CHECK(three->value == Rational(67));
    CHECK_FALSE(three->error);
    CHECK_FALSE(three->low);
    CHECK_FALSE(published(of({80, 80, 80, 80}))->error);
    CHECK(published(of({80, 80, 80, 80, 80}))->error == Rational(0));
  }

  TEST_CASE("a mean or a median goes out exact, so that what is made of it is rounded once") {
    const auto one = published(of({60, 70, 70}));
    CHECK(one->value == Rational(200, 3));
    CHECK(one->mean == one->value);
    CHECK(published(of({60, 61, 70, 70}, ReviewMethod::median))->value == Rational(131, 2));
    CHECK_FALSE(published(of({60, 70})));
  }

  TEST_CASE("what is corrected for leniency goes out to hundredths: it mixes all sheets") {
    CHECK(told_value(Rational(200, 3), ReviewMethod::severity) == Rational(6667, 100));
    CHECK(told_value(Rational(50005, 1000), ReviewMethod::severity) == Rational(5001, 100));
    CHECK(told_value(Rational(50005, 1000), ReviewMethod::classes) == Rational(50005, 1000));
  }

  TEST_CASE("a raw mean is told of five sheets, to whole points, where it is not the value") {
    CHECK_FALSE(published(of({60, 71, 72}, ReviewMethod::median))->mean);
    CHECK_FALSE(published(of({60, 71, 72, 80}, ReviewMethod::median))->mean);
    CHECK(published(of({60, 71, 72, 80, 94}, ReviewMethod::median))->mean == Rational(75));
    CHECK(published(of({60, 71, 72, 80, 94}, ReviewMethod::trimmed))->mean == Rational(75));
    // Of four none is left out, so that the mean is the value.
    CHECK(published(of({60, 71, 72, 80}, ReviewMethod::trimmed))->mean == Rational(283, 4));
  }

  TEST_CASE("beside a score without leniency raw means are too coarse to tell it from") {
    CHECK_FALSE(told_mean(Rational(143, 2), ReviewMethod::severity, 4));
    CHECK(told_mean(Rational(363, 5), ReviewMethod::severity, 5) == Rational(75));
    CHECK(told_mean(Rational(724, 10), ReviewMethod::severity, 50) == Rational(70));
    CHECK(told_mean(Rational(75), ReviewMethod::severity, 5) == Rational(75));
    CHECK(shown_mean(Rational(75), ReviewMethod::severity, 5) == "75");
    CHECK(shown_mean(Rational(75), ReviewMethod::mean, 5) == "75.00");
    CHECK(shown_mean(Rational(50005, 1000), ReviewMethod::mean, 5) == "50.01");
    CHECK(shown_mean(Rational(50005, 1000), ReviewMethod::mean, 5, Halves::even) == "50.00");
  }

  TEST_CASE("without the highest and the lowest of five only three count") {
    CHECK_FALSE(published(of({60, 71, 72, 80, 94}, ReviewMethod::trimmed))->error);
    CHECK_FALSE(tells_error(ReviewMethod::trimmed, 6));
    CHECK(published(of({60, 71, 72, 80, 81, 82, 94}, ReviewMethod::trimmed))->error);
    CHECK(tells_error(ReviewMethod::median, 5));
  }
}
