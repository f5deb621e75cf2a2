#include "exam/normal.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("exam") {
  TEST_CASE("a blank takes full-width and half-width for the same, and capitals and blanks") {
    CHECK(accepts({"半数", "1/2"}, "１／２"));
    CHECK(accepts({"１／２"}, " 1 / 2 "));
    CHECK(accepts({"GB/T 8170"}, "gb/t8170"));
    CHECK(accepts({"ＧＢ"}, "gb"));
    CHECK(accepts({"半数"}, "\u3000半数。"));
    CHECK(accepts({"三会一课"}, "“三会一课”") == false);
    CHECK(accepts({"“三会一课”"}, "\"三会一课\""));
    CHECK(accepts({"2026—2027"}, "2026-2027"));
  }

  TEST_CASE("another word, or none, is not accepted") {
    CHECK_FALSE(accepts({"半数"}, "半数以上"));
    CHECK_FALSE(accepts({"3.5"}, "35"));
    CHECK_FALSE(accepts({}, "x"));
    CHECK_FALSE(accepts({""}, ""));
    CHECK_FALSE(accepts({"。"}, " "));
    CHECK_FALSE(accepts({"半数"}, ""));
  }

  TEST_CASE("bytes that are no text are compared as they are") {
    CHECK(accepts({"\xff"}, "\xff"));
    CHECK_FALSE(accepts({"\xff"}, "\xfe"));
  }
}
