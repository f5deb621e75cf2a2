#include "snapshot/extras.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace sihu;

namespace {

SmallStep a_step(std::uint64_t after, std::uint64_t check) {
  SmallStep step;
  step.after = after;
  step.check = check;
  return step;
}

std::vector<std::uint64_t> all_steps(Extras& extras, Extra& extra) {
  std::vector<std::uint64_t> checks;
  while (const auto step = extras.take_step(extra)) checks.push_back(step->check);
  return checks;
}

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("a record keeps its check while its extra is kept, and has it back afterwards") {
    Extras extras;
    Record one;
    Record two;
    one.check = 0xfedcba9876543210;
    two.check = 7;
    extras.put(one, {0, {9, 3}, 0});
    extras.put(two, {0, {8, 4}, 0});
    CHECK(extras.of(one).check == 0xfedcba9876543210);
    CHECK(extras.of(two).request.until == 8);
    CHECK(extras.take(one).request.by == 3);
    CHECK(one.check == 0xfedcba9876543210);
    CHECK(+one.has_extra == 0);
    CHECK(extras.take(two).request.by == 4);
    CHECK(two.check == 7);
  }

  TEST_CASE("a record with nothing to keep stays as it is") {
    Extras extras;
    Record record;
    record.check = 7;
    extras.put(record, {});
    CHECK(+record.has_extra == 0);
    CHECK(extras.of(record).check == 7);
    CHECK(extras.take(record).waiting == 0);
  }

  TEST_CASE("steps wait for the line that they rest on, each record's apart") {
    Extras extras;
    Extra one;
    Extra other;
    for (const std::uint64_t check : {11u, 12u, 13u}) REQUIRE(extras.wait(one, a_step(1, check)));
    REQUIRE(extras.wait(one, a_step(11, 14)));
    REQUIRE(extras.wait(other, a_step(1, 21)));
    CHECK_FALSE(extras.take_step(one, 2));
    CHECK(extras.take_step(one, 11)->check == 14);
    CHECK(extras.take_step(other, 1)->check == 21);
    REQUIRE(extras.wait(other, a_step(21, 22)));
    CHECK(all_steps(extras, one) == std::vector<std::uint64_t>{13, 12, 11});
    CHECK(all_steps(extras, other) == std::vector<std::uint64_t>{22});
  }
}
