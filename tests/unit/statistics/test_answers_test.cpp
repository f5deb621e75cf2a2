#include "statistics/test_answers.hpp"

#include "support/sat_tests.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("totals are of the items asked for") {
    const TestAnswers test = marked({{1, 2, 4}, {0, 2, 0.5}}, {1, 2, 4});
    CHECK(totals_of(test, all_items(test)) == std::vector<double>{7, 2.5});
    CHECK(totals_of(test, {0, 2}) == std::vector<double>{5, 0.5});
    CHECK(totals_of(test, {}) == std::vector<double>{0, 0});
  }

  TEST_CASE("marks of an item spread as its candidates do") {
    const TestAnswers test = marked({{1}, {3}, {3}, {5}}, {5});
    const Spread marks = spread_of(test, test.items[0]);
    CHECK(marks.mean == 3);
    CHECK(marks.variance == doctest::Approx(8.0 / 3));
    CHECK(spread_of({1, 3, 3, 5}).variance == doctest::Approx(8.0 / 3));
    CHECK(spread_of({4}).mean == 4);
    CHECK(spread_of({4}).variance == 0);
  }

  TEST_CASE("alpha is 1 where items say the same, and below 0 where they say the opposite") {
    const TestAnswers same = marked({{1, 1}, {0, 0}, {1, 1}}, {1, 1});
    CHECK(alpha_of(same, {0, 1}).value() == doctest::Approx(1));
    CHECK_FALSE(alpha_of(same, {0}).has_value());
    const TestAnswers opposite = marked({{1, 0}, {0, 2}, {1, 0}}, {1, 2});
    CHECK(alpha_of(opposite, {0, 1}).value() < 0);
    CHECK_FALSE(alpha_of(marked({{1, 0}, {0, 1}}, {1, 1}), {0, 1}).has_value());
  }
}
