#include "tally/component.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("tally") {
  TEST_CASE("every part has a key that is read back, and words of its own") {
    for (const Component component : all_components) {
      CHECK(parse_component(to_string(component)) == component);
      CHECK_FALSE(phrase(wording(component)).empty());
    }
    CHECK_FALSE(parse_component("Check"));
    CHECK(phrase(wording(Component::rectification)) == Phrase{"整改", "rectification"});
  }

  TEST_CASE("something of each part is found under its part") {
    PerComponent<int> numbers;
    numbers[Component::test] = 7;
    CHECK(numbers.all == std::array<int, 5>{0, 0, 0, 7, 0});
  }
}
