#include "snapshot/names.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace sihu;

TEST_SUITE("snapshot") {
  TEST_CASE("a text keeps its number, and the empty one is 0") {
    Names names;
    const auto first = names.number("p001");
    CHECK(names.number("p002") != first);
    CHECK(names.number("p001") == first);
    CHECK(names.name(first) == "p001");
    CHECK(names.number("") == 0);
  }

  TEST_CASE("when numbers run out it says so") {
    Names names;
    for (int i = 0; i < 70000; ++i) names.number("p" + std::to_string(i));
    CHECK(names.number("another") == Names::too_many);
    CHECK(names.name(names.number("p7")) == "p7");
  }

  TEST_CASE("texts of every length are told apart by every byte") {
    Names names;
    std::set<std::uint16_t> numbers;
    for (std::size_t size = 0; size <= 40; ++size) {
      const std::string same(size, 'a');
      numbers.insert(names.number(same));
      for (std::size_t at = 0; at < size; ++at) {
        std::string other = same;
        other[at] = 'b';
        const auto number = names.number(other);
        CHECK(names.name(number) == other);
        numbers.insert(number);
      }
    }
    CHECK(numbers.size() == names.size());
    CHECK(names.size() == 41 + 40 * 41 / 2);
  }
}
