#include "base/hitting_set.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::optional<std::vector<int>> hitting(const std::vector<std::vector<int>>& sets,
                                        std::size_t most = 5, int steps = 1000) {
  return smallest_hitting_set(sets, most, steps);
}

}  // namespace

TEST_SUITE("base") {
  TEST_CASE("one of each set, and as few as can be") {
    CHECK(hitting({})->empty());
    CHECK(hitting({{3}}) == std::vector<int>{3});
    CHECK(hitting({{1, 2}, {2, 3}, {3, 1}})->size() == 2);
    CHECK(hitting({{1, 2}, {2, 3}, {2, 4}}) == std::vector<int>{2});
    CHECK(hitting({{1, 5}, {2, 5}, {3, 6}, {4, 6}, {1, 2, 3, 4}})->size() == 3);
  }

  TEST_CASE("what needs more than may be, or takes too long, is not there") {
    CHECK_FALSE(hitting({{1}, {2}, {3}}, 2));
    CHECK(hitting({{1}, {2}, {3}}, 3));
    CHECK_FALSE(hitting({{1, 2}, {2, 3}, {3, 1}}, 5, 1));
  }

  TEST_CASE("steps that were done are taken from those that may be") {
    int steps = 1000;
    CHECK(smallest_hitting_set({{1, 2}, {2, 3}}, 5, steps));
    CHECK(steps < 1000);
    CHECK(steps > 900);
  }
}
