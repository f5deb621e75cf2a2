#include "base/rational.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace sihu;

TEST_SUITE("base") {
  TEST_CASE("points are read as decimals and nothing else") {
    CHECK(Rational::parse("5") == Rational(5));
    CHECK(Rational::parse("1.50") == Rational(3, 2));
    CHECK(Rational::parse("-0.25") == Rational(-1, 4));
    CHECK(Rational::parse("010") == Rational(10));
    for (const char* bad : {"", "五", "1.", ".5", "1.234", "1e3", "+1", " 1", "1 ", "0x10", "--1",
                            "1.5.5", "1234567890123"})
      CHECK_MESSAGE(!Rational::parse(bad), bad);
  }

  TEST_CASE("rounding is half away from zero, once, from the exact value") {
    CHECK(Rational(2675, 1000).rounded() == "2.68");
    CHECK(Rational(1005, 1000).rounded() == "1.01");
    CHECK(Rational(-2675, 1000).rounded() == "-2.68");
    CHECK(Rational(154546, 10000).rounded(0) == "15");
    CHECK(Rational(1, 3).rounded() == "0.33");
    CHECK(Rational(-1, 1000).rounded() == "0.00");
    CHECK(Rational(12).rounded() == "12.00");
    CHECK(Rational(12).shortest() == "12");
    CHECK(Rational(3, 2).shortest() == "1.5");
  }

  TEST_CASE("a rule may round halves to the even digit, and what is beyond half still goes up") {
    CHECK(Rational(5, 2).rounded(0, Halves::even) == "2");
    CHECK(Rational(7, 2).rounded(0, Halves::even) == "4");
    CHECK(Rational(-5, 2).rounded(0, Halves::even) == "-2");
    CHECK(Rational(1005, 1000).rounded(2, Halves::even) == "1.00");
    CHECK(Rational(105002, 10000).rounded(0, Halves::even) == "11");
    CHECK(Rational(8945, 100).to_places(1) == Rational(895, 10));
    CHECK(Rational(8945, 100).to_places(1, Halves::even) == Rational(894, 10));
    CHECK(Rational(-8945, 100).to_places(1) == Rational(-895, 10));
  }

  TEST_CASE("a third three times is one") {
    CHECK(Rational(1, 3) + Rational(1, 3) + Rational(1, 3) == Rational(1));
  }

  TEST_CASE("whole numbers and fractions are added, taken off and multiplied alike") {
    const Rational values[] = {Rational(0),    Rational(1),     Rational(-3),  Rational(12),
                               Rational(1, 2), Rational(-5, 3), Rational(7, 4)};
    for (const Rational& a : values)
      for (const Rational& b : values) {
        CHECK((a + b) - b == a);
        CHECK(a - b == a + Rational(-1) * b);
        CHECK(a * b == b * a);
        if (!b.is_zero()) CHECK(a * b / b == a);
      }
    Rational half(1, 2);
    half += half;
    CHECK(half == Rational(1));
    Rational three(3);
    three *= three;
    const Rational& itself = three;
    three -= itself;
    CHECK(three.is_zero());
  }

  TEST_CASE("numbers beyond a machine word stay exact, and come back to where they were") {
    const long most = std::numeric_limits<long>::max();
    const long least = std::numeric_limits<long>::min();
    CHECK((Rational(most) + 1).fraction() == "9223372036854775808");
    CHECK(Rational(most) + 1 - 1 == Rational(most));
    CHECK(Rational(least).fraction() == "-9223372036854775808");
    CHECK(Rational(least) + 1 == Rational(-most));
    CHECK(Rational(most) - Rational(least) == Rational(most) + Rational(most) + 1);
    CHECK(Rational(1, least).fraction() == "-1/9223372036854775808");
    CHECK(Rational(most) * most / most == Rational(most));
    CHECK(Rational(1, most) * Rational(1, most) * most == Rational(1, most));
    CHECK(Rational(most, 2) + Rational(1, 3) - Rational(1, 3) == Rational(most, 2));
    CHECK((Rational(most) * most).rounded(1) == "85070591730234615847396907784232501249.0");
    CHECK((Rational(most) * most).approximately() == doctest::Approx(8.507059173e37));

    Rational copied = Rational(most) * 4;
    const Rational kept = copied;
    copied -= 1;
    CHECK(kept - copied == Rational(1));
    CHECK((kept - kept).is_zero());
    copied = Rational(7);
    CHECK(copied == Rational(7));
  }

  TEST_CASE("the larger of two is the larger, however large they are") {
    const long most = std::numeric_limits<long>::max();
    const Rational ascending[] = {Rational(most) * -most, Rational(-most),   Rational(-most, 2),
                                  Rational(-1),           Rational(0),       Rational(1, most),
                                  Rational(1, most - 1),  Rational(most, 2), Rational(most - 1),
                                  Rational(most),         Rational(most) + 1};
    for (const Rational& a : ascending)
      for (const Rational& b : ascending) CHECK((a <=> b) == (&a <=> &b));
  }
}
