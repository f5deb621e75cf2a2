#include "wording/text.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("wording") {
  TEST_CASE("a sentence is filled in both languages, words that differ by language included") {
    const Phrase severity = phrase(Text{"较重", "serious"});
    const Phrase both = phrase(Text{"{0} 已逾期 {1} 天", "{0} is {1} days overdue"}, severity, 3);
    CHECK(both.zh == "较重 已逾期 3 天");
    CHECK(both.en == "serious is 3 days overdue");
    CHECK(say(Lang::en, Text{"{{}}", "{{}}"}) == "{}");
  }
}
