#include "base/hitting_set.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("base") {
  TEST_CASE("one of each set, and as few as can be") {
    CHECK(smallest_hitting_set({}, 5)->empty());
    CHECK(smallest_hitting_set({{3}}, 5) == std::vector<int>{3});
    CHECK(smallest_hitting_set({{1, 2}, {2, 3}, {3, 1}}, 5)->size() == 2);
    CHECK(smallest_hitting_set({{1, 2}, {2, 3}, {2, 4}}, 5) == std::vector<int>{2});
    CHECK(smallest_hitting_set({{1, 5}, {2, 5}, {3, 6}, {4, 6}, {1, 2, 3, 4}}, 5)->size() == 3);
  }

  TEST_CASE("what needs more than may be, or takes too long, is not there") {
    CHECK_FALSE(smallest_hitting_set({{1}, {2}, {3}}, 2));
    CHECK(smallest_hitting_set({{1}, {2}, {3}}, 3));
    CHECK_FALSE(smallest_hitting_set({{1, 2}, {2, 3}, {3, 1}}, 5, 1));
  }
}
