#include "review/uncertainty.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("review") {
  TEST_CASE("a mean of three has the textbook's error") {
    const Uncertainty found = mean_uncertainty({70, 80, 90});
    CHECK(found.error == doctest::Approx(5.773502692));
    CHECK(found.df == 2);
    CHECK(mean_uncertainty({70}).df == 0);
  }

  // By hand: 60 70 80 90 100 Winsorised is 70 70 80 90 90, variance 100, 10 / √5 / 0.6.
  TEST_CASE("without the highest and the lowest the rest is less sure than it looks") {
    const Uncertainty found = trimmed_uncertainty({100, 60, 80, 70, 90}, 1);
    CHECK(found.error == doctest::Approx(7.453559925));
    CHECK(found.df == 2);
  }

  // By hand: of three the middle of three drawn anew is the least in 7 of 27 cases, the middle one
  // in 13, the highest in 7; so the variance is 14/27 · 10².
  TEST_CASE("a median of three varies as drawing anew would have it") {
    CHECK(median_uncertainty({80, 70, 90}).error == doctest::Approx(10 * 0.7200822998));
    CHECK(median_uncertainty({80, 80, 80}).error == 0);
    // Of an even number: as sure whichever way the odd one lies.
    CHECK(median_uncertainty({86, 86, 86, 97}).error ==
          doctest::Approx(median_uncertainty({75, 86, 86, 86}).error));
  }

  TEST_CASE("groups of sheets add their errors by their weights") {
    const Uncertainty one = grouped_uncertainty({{{70, 80, 90}, 1}});
    CHECK(one.error == doctest::Approx(5.773502692));
    CHECK(one.df == doctest::Approx(2));
    const Uncertainty two = grouped_uncertainty({{{70, 80, 90}, 0.5}, {{70, 80, 90}, 0.5}});
    CHECK(two.error == doctest::Approx(4.082482905));
    CHECK(two.df == doctest::Approx(4));
    CHECK(grouped_uncertainty({{{80, 80}, 0.5}, {{70, 70, 70}, 0.5}}).df == 1);
    CHECK(grouped_uncertainty({{{80}, 1}}).df == 0);
  }

  TEST_CASE("an interval reaches as far as the tables of Student's t say") {
    CHECK(reach_of_interval(2) == doctest::Approx(4.302652730));
    CHECK(reach_of_interval(10) == doctest::Approx(2.228138852));
    CHECK(reach_of_interval(1e6) == doctest::Approx(1.959966));
  }
}
