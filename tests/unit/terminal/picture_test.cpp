#include "tools/terminal/picture.hpp"

#include "wording/width.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("terminal") {
  TEST_CASE("a row is as wide as it is asked to be, with Chinese in it") {
    for (int columns = 1; columns < 20; ++columns) {
      const auto row = fitted({{"党费收缴", Tone::good}, {" 按月", Tone::plain}}, columns);
      CHECK(width_of(row) <= columns);
      CHECK(width_of(row) >= columns - 1);
    }
    CHECK(text_of(fitted({{"ab"}}, 4)) == "ab  ");
    CHECK(text_of(fitted({}, 3)) == "   ");
  }

  TEST_CASE("what stands on the right stays, what stands on the left is cut") {
    CHECK(text_of(spread("党费", "1/5", 12, Tone::bar)) == "党费     1/5");
    CHECK(text_of(spread("第五党支部", "1/5", 10, Tone::bar)) == "第五…  1/5");
  }

  TEST_CASE("lines are broken, and nothing in them reaches the terminal") {
    const auto lines = lines_within("一二三四五\nx\x1b[2J", 6);
    REQUIRE(lines.size() >= 3);
    CHECK(lines[0] == "一二三");
    CHECK(lines[1] == "四五");
    CHECK(lines[2].find('\x1b') == std::string::npos);
  }

  TEST_CASE("a window that is too small says so and how large it should be") {
    const auto text = text_of(too_small({30, 5}));
    CHECK(text.find("too small") != std::string::npos);
    CHECK(text.find("30×5 < 40×12") != std::string::npos);
    CHECK(too_small({3, 1}).rows.size() == 1);
  }
}
