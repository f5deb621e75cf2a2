#include "wording/letters.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("wording") {
  TEST_CASE("letters are made alike and all else goes") {
    CHECK(letters_of("ＡＢＣ　Check 3 OK。") == "abccheckok");
    CHECK(letters_of("3号，〈配电箱〉未上锁!") == "号配电箱未上锁");
    CHECK(letters_of("①２3 %·—😀\n").empty());
    CHECK(letters_of("É") == letters_of("e\u0301"));
    CHECK(letters_of("").empty());
    CHECK(letters_and_digits_of("第 5 条，３人①") == "第5条3人1");
    for (const char* other : {"x > 5", "x ≥ 5", "x = 5", "x 5", "x -5", "x 5%", "x 0.5", "x 0,5"})
      CHECK(letters_and_digits_of(other) != letters_and_digits_of("x < 5"));
    for (const char* other : {"35 / 2", "35 × 2", "352", "√35 2", "$35 2", "3–5 2"})
      CHECK(letters_and_digits_of(other) != letters_and_digits_of("35 ÷ 2"));
    CHECK(letters_and_digits_of(".5 kg") != letters_and_digits_of("5 kg"));
    CHECK(letters_and_digits_of("3.5 m") != letters_and_digits_of("35 m"));
    for (const char* other : {"25", "2 5", "2₅", "2^6"})
      CHECK(letters_and_digits_of(other) != letters_and_digits_of("2⁵"));
    CHECK(letters_and_digits_of("2^5") == letters_and_digits_of("2⁵"));
    CHECK(letters_and_digits_of("x²") != letters_and_digits_of("x2"));
    CHECK(letters_and_digits_of("log₂5") != letters_and_digits_of("log25"));
    CHECK(letters_and_digits_of("H₂O") == letters_and_digits_of("H2O"));
    CHECK(letters_and_digits_of("＞ ５。") == letters_and_digits_of(">5"));
    CHECK(letters_and_digits_of("e-mail, 5.") == letters_and_digits_of("email 5"));
  }

  TEST_CASE("words: blanks part letters, Chinese characters stand alone, numbers are whole") {
    using Words = std::vector<std::string>;
    CHECK(words_compared("Every  month.") == Words{"every", "month"});
    CHECK(words_compared("十三个月") == Words{"十三", "个", "月"});
    CHECK(words_compared("13个月") == Words{"13", "个", "月"});
    CHECK(words_compared("ＣＯ2 1.5%") == Words{"co2", "1.5%"});
    CHECK(words_compared(" 。 ").empty());
  }
}
