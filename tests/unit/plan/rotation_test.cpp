#include "plan/rotation.hpp"

#include "support/plans.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("plan") {
  TEST_CASE("rotations are those of the reference") {
    const Node reference = read_reference("plan/reference/schedules.json");
    for (const auto& [name, rounds] : reference.entries) {
      const int n = whole_number(name);
      REQUIRE(rotation_rounds(n) == static_cast<int>(rounds.items.size()));
      for (int round = 0; round < rotation_rounds(n); ++round)
        CHECK(rotation_round(n, natural_steps(n), round) ==
              whole_numbers(rounds.items[static_cast<std::size_t>(round)]));
    }
  }

  TEST_CASE("eight branches rotate by the table") {
    const Node reference = read_reference("plan/reference/base8.json");
    for (int round = 0; round < 7; ++round)
      CHECK(rotation_round(8, natural_steps(8), round) ==
            whole_numbers(reference.items[static_cast<std::size_t>(round)]));
  }

  TEST_CASE("a cycle has as many rounds as the bounds say it can") {
    const Node reference = read_reference("plan/reference/bounds.json");
    for (const Node& row : at(reference, "rows").items) {
      CAPTURE(at(row, "n").text);
      CHECK(rotation_rounds(whole_number(at(row, "n"))) == whole_number(at(row, "achieved")));
    }
  }

  TEST_CASE("every rotation of 3 to 200 branches keeps all five rules") {
    for (int n = 3; n <= 200; ++n) {
      if (n == 4) continue;
      CAPTURE(n);
      CHECK(rotation_fault(n, natural_steps(n)) == "");
    }
  }

  TEST_CASE("two and four branches get what there is") {
    CHECK(rotation_rounds(0) == 0);
    CHECK(rotation_rounds(1) == 0);
    CHECK(rotation_rounds(2) == 1);
    CHECK(rotation_round(2, natural_steps(2), 0) == std::vector<int>{1, 0});
    CHECK(rotation_rounds(4) == 2);
    CHECK(rotation_round(4, natural_steps(4), 1) == std::vector<int>{3, 0, 1, 2});
  }
}
