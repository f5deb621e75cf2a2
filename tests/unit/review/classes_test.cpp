#include "review/classes.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::vector<Rational> totals(std::size_t count, long each) {
  return std::vector<Rational>(count, Rational(each));
}

std::string shown(const std::vector<WeighedGroup>& groups) {
  std::string text;
  for (const WeighedGroup& group : groups) {
    text += text.empty() ? "" : ", ";
    for (const std::string& one : group.classes) text += one;
    text += " " + group.weight.shortest() + " " + std::to_string(group.totals.size());
  }
  return text;
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("classes with enough sheets stand alone, and weigh what was agreed") {
    const auto groups = joined_groups(
        {{{"a"}, Rational(60), totals(4, 80)}, {{"b"}, Rational(40), totals(3, 90)}}, 3);
    CHECK(shown(groups) == "b 40 3, a 60 4");
    CHECK(weighted_mean(groups) == Rational(84));
  }

  TEST_CASE("a class of one is joined to the next, and both weigh together") {
    const auto groups = joined_groups({{{"a"}, Rational(50), totals(5, 80)},
                                       {{"b"}, Rational(30), totals(1, 20)},
                                       {{"c"}, Rational(20), totals(3, 90)}},
                                      3);
    CHECK(shown(groups) == "cb 50 4, a 50 5");
    CHECK(weighted_mean(groups) == Rational(305, 4));
  }

  TEST_CASE("too few together are one group") {
    const auto groups = joined_groups(
        {{{"a"}, Rational(60), totals(2, 80)}, {{"b"}, Rational(40), totals(1, 50)}}, 3);
    CHECK(shown(groups) == "ab 100 3");
    CHECK(weighted_mean(groups) == Rational(70));
  }

  TEST_CASE("a class that handed in nothing is no group, people of no class count with others") {
    const auto groups = joined_groups({{{"a"}, Rational(60), totals(3, 80)},
                                       {{"b"}, Rational(40), {}},
                                       {{}, Rational(), totals(4, 60)}},
                                      3);
    CHECK(shown(groups) == "a 60 7");
  }
}
