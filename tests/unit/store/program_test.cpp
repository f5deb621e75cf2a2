#include "store/program.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("store") {
  TEST_CASE("a program gets its input, its words as they are, and what is added to its world") {
    const auto end = run_program(
        {{"sh", "-c", "cat; printf '%s|%s' \"$1\" \"$SIHU_X\"", "sh", "$(touch /tmp/never); `x`"},
         "input\n",
         {"SIHU_X=y"}});
    REQUIRE(end);
    CHECK(end->good);
    CHECK(end->said == "input\n$(touch /tmp/never); `x`|y");
  }

  TEST_CASE("a status that is not 0 is no success, and the last of what it said is kept") {
    const auto end = run_program({{"sh", "-c", "echo why >&2; exit 3"}});
    REQUIRE(end);
    CHECK_FALSE(end->good);
    CHECK(end->said == "why\n");
  }

  TEST_CASE(
      "one that reads nothing of a long input is no trouble, one that does not end is ended") {
    const std::string much(200'000, 'x');
    CHECK(run_program({{"true"}, much})->good);
    const auto hanging = run_program({{"sleep", "30"}, {}, {}, std::chrono::seconds(0)});
    CHECK_FALSE(hanging->good);
    CHECK_FALSE(hanging->in_time);
    CHECK(run_program({{"false"}})->in_time);
  }

  TEST_CASE("a program that is not there can't be started") {
    const auto end = run_program({{"sihu-no-such-program"}});
    REQUIRE_FALSE(end);
    CHECK(end.error().kind == Kind::environment);
    CHECK(end.error().faults[0].name == "no-program");
  }
}
