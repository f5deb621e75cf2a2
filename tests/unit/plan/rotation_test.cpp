#include "plan/rotation.hpp"

#include "support/plans.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

// How many rounds ago the reverse of any visit of `round` was made, at least; it is noted in
// `last`.
int distance_to_reverse(std::map<Visit, int>& last, const std::vector<int>& targets, int round) {
  int least = 1000;
  for (int from = 0; from < static_cast<int>(targets.size()); ++from) {
    const Visit visit{from, targets[static_cast<std::size_t>(from)]};
    const auto back = last.find(visit.reversed());
    if (back != last.end()) least = std::min(least, round - back->second);
    last[visit] = round;
  }
  return least;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("rotations are those of the reference") {
    const Node reference = read_reference("plan/reference/schedules.json");
    for (const auto& [name, rounds] : reference.entries) {
      const int n = whole_number(name);
      REQUIRE(rotation_rounds(n) == static_cast<int>(rounds.items.size()));
      for (int round = 0; round < rotation_rounds(n); ++round)
        CHECK(rotation_round(n, order_of(n, natural_steps(n)), round) ==
              whole_numbers(rounds.items[static_cast<std::size_t>(round)]));
    }
  }

  TEST_CASE("eight branches rotate by the table") {
    const Node reference = read_reference("plan/reference/base8.json");
    for (int round = 0; round < 7; ++round)
      CHECK(rotation_round(8, order_of(8, natural_steps(8)), round) ==
            whole_numbers(reference.items[static_cast<std::size_t>(round)]));
  }

  TEST_CASE("a cycle has as many rounds as the bounds say it can") {
    const Node reference = read_reference("plan/reference/bounds.json");
    for (const Node& row : at(reference, "rows").items) {
      CAPTURE(at(row, "n").text);
      CHECK(rotation_rounds(whole_number(at(row, "n"))) == whole_number(at(row, "achieved")));
    }
  }

  TEST_CASE("cycles of 3 to 60 branches follow each other in the same places, at the bound") {
    for (int i = 3; i <= 120; ++i) {
      const int n = i > 60 ? i - 60 : i;
      const int each = i > 60 ? 2 : 1;
      // Of 12, two a quarter, new places are drawn.
      if (n < 3 || n == 4 || (n == 12 && each == 2)) continue;
      const int bound = (n - 1) / 2;
      CAPTURE(n);
      CAPTURE(each);
      RotationOrder order = lasting_order(n, order_of(n, natural_steps(n)), each);
      std::map<Visit, int> last;
      for (int round = 0; round < 4 * rotation_rounds(n); ++round) {
        const int within = round % rotation_rounds(n);
        if (within == 0 && round > 0) {
          const auto next = order_behind(n, order);
          REQUIRE(next.has_value());
          order = *next;
        }
        if (within == 0) REQUIRE(rotation_fault(n, order, bound) == "");
        REQUIRE(distance_to_reverse(last, rotation_round(n, order, within), round) >= bound);
      }
    }
  }

  TEST_CASE("in the same places few inspect the same again at once, and of three kinds none") {
    for (const int n : {6, 8, 9, 10, 12, 16, 24, 32, 48}) {
      CAPTURE(n);
      const RotationOrder order = lasting_order(n, order_of(n, natural_steps(n)));
      const auto last = rotation_round(n, order, rotation_rounds(n) - 1);
      const auto first = rotation_round(n, *order_behind(n, order), 0);
      int again = 0;
      for (std::size_t i = 0; i < last.size(); ++i) again += last[i] == first[i] ? 1 : 0;
      CHECK(again == (n % 3 == 0 && n % 2 == 0 ? n / 6 : 0));
    }
  }

  TEST_CASE("rounds of eighths have steps between them, in both halves of a cycle") {
    for (const int n : {16, 32, 64, 128}) {
      CAPTURE(n);
      const RotationOrder order = lasting_order(n, order_of(n, natural_steps(n)));
      CHECK(rotation_fault(n, order, (n - 1) / 2) == "");
      std::vector<int> special;
      for (int round = 0; round < n - 1; ++round)
        if (!step_of_round(n, order, round)) special.push_back(round);
      const int second = n / 2 - 1;
      const int next = (n / 2 - 4) / 2 + 1;
      CHECK(special == std::vector<int>{0, next, 2 * next, second, second + next, second + 2 * next,
                                        2 * second});
    }
    CHECK(step_of_round(7, order_of(7, {1, 2, -3}), 2) == 4);
  }

  TEST_CASE("four branches can't go on in the same places") {
    CHECK_FALSE(order_behind(4, lasting_order(4, order_of(4, natural_steps(4)))).has_value());
  }

  TEST_CASE("two and four branches get what there is") {
    CHECK(rotation_rounds(0) == 0);
    CHECK(rotation_rounds(1) == 0);
    CHECK(rotation_rounds(2) == 1);
    CHECK(rotation_round(2, order_of(2, natural_steps(2)), 0) == std::vector<int>{1, 0});
    CHECK(rotation_rounds(4) == 2);
    CHECK(rotation_round(4, order_of(4, natural_steps(4)), 1) == std::vector<int>{3, 0, 1, 2});
  }
}
