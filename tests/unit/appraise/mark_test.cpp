#include "appraise/mark.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("appraise") {
  TEST_CASE("a mark is points or that it does not apply, and neither is the other") {
    CHECK(parse_appraise_mark("3.5")->points == Rational(7, 2));
    CHECK(parse_appraise_mark("0")->points == Rational(0));
    CHECK_FALSE(parse_appraise_mark("na")->points);
    CHECK_FALSE(parse_appraise_mark("不适用")->points);
    for (const char* wrong : {"", "-1", "3.555", "full", "1/2"})
      CHECK_FALSE(parse_appraise_mark(wrong));
  }

  TEST_CASE("published marks come back exact") {
    const AppraiseMarks marks{{"A-01", {Rational(14, 3)}}, {"B-01", {}}};
    CHECK(write_appraise_marks(marks) == "A-01=14/3;B-01=na");
    CHECK(parse_appraise_marks("A-01=14/3;B-01=na") == marks);
    CHECK_FALSE(parse_appraise_marks("A-01"));
    CHECK_FALSE(parse_appraise_marks("A-01=much"));
  }
}
