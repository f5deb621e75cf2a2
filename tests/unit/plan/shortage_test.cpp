#include "plan/shortage.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("plan") {
  TEST_CASE("where everybody can be served there is no shortage") {
    const Supply supply{
        {1, 1, 1}, {1, 1, 1}, [](int needer, int giver) { return needer != giver; }};
    CHECK_FALSE(find_shortage(supply));
  }

  TEST_CASE("the smallest set that needs too much is named") {
    // 1, 2 and 3 may only get from 0 and 4.
    const Supply supply{{1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, [](int needer, int giver) {
                          const bool inner = needer >= 1 && needer <= 3;
                          return needer != giver && (!inner || giver == 0 || giver == 4);
                        }};
    const auto shortage = find_shortage(supply);
    REQUIRE(shortage.has_value());
    CHECK(shortage->these == std::vector<int>{1, 2, 3});
    CHECK(shortage->only == std::vector<int>{0, 4});
    CHECK(shortage->needed == 3);
    CHECK(shortage->possible == 2);
  }

  TEST_CASE("nobody gives to the same twice") {
    const Supply supply{{2}, {5, 0}, [](int, int) { return true; }};
    const auto shortage = find_shortage(supply);
    REQUIRE(shortage.has_value());
    CHECK(shortage->possible == 1);
    CHECK(shortage->only == std::vector<int>{0});
  }

  TEST_CASE("five needers of four givers are all named") {
    const Supply supply{{1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 9}, [](int needer, int giver) {
                          return needer == 5 || giver < 4;
                        }};
    const auto shortage = find_shortage(supply);
    REQUIRE(shortage.has_value());
    CHECK(shortage->these == std::vector<int>{0, 1, 2, 3, 4});
  }
}
