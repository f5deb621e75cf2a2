#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

ProblemList a_list() {
  Offices offices;
  for (const char* id :
       {"26Q4-zb05-k7m2qx-1", "26Q4-zb05-k7m2qx-17", "26Q4-zb17-k7m2qx-117", "26Q4-zb17-mmmmmm-1"})
    offices.open(id, parse_problem_id(id)->device);
  return offices.fold();
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a problem is found by its id and by any part that fits no other") {
    const auto list = a_list();
    CHECK((*list.find("26Q4-zb05-k7m2qx-1"))->id == "26Q4-zb05-k7m2qx-1");
    CHECK((*list.find("17"))->id == "26Q4-zb05-k7m2qx-17");
    CHECK((*list.find("mmmmmm-1"))->id == "26Q4-zb17-mmmmmm-1");
    CHECK((*list.find("zb17-k7m"))->id == "26Q4-zb17-k7m2qx-117");
  }

  TEST_CASE("a part that fits several lists them") {
    const auto list = a_list();
    const auto found = list.find("1");
    REQUIRE_FALSE(found);
    CHECK(found.error().kind == Kind::input);
    CHECK(found.error().faults.front().name == "ambiguous-problem");
    CHECK(found.error().faults.front().what.en ==
          "1 fits 2 problems: 26Q4-zb05-k7m2qx-1, 26Q4-zb17-mmmmmm-1");
  }

  TEST_CASE("what fits nothing, or says nothing, is an error") {
    const auto list = a_list();
    for (const char* part : {"", "99", "26Q3"}) {
      const auto found = list.find(part);
      REQUIRE_FALSE(found);
      CHECK(found.error().faults.front().name == "unknown-problem");
    }
  }

  TEST_CASE("two openings of one id are told apart by their suffix") {
    Offices offices;
    const auto one = offices.open("26Q4-zb05-k7m2qx-1");
    const auto two = offices.open("26Q4-zb05-k7m2qx-1", "mmmmmm");
    const auto list = offices.fold();
    CHECK(list.find("26Q4-zb05-k7m2qx-1").error().faults.front().name == "ambiguous-problem");
    CHECK((*list.find("1~" + two.substr(0, 4)))->last_check == two);
  }

  TEST_CASE("a suffix is cut off the id, what looks like one in a stranger's subject is not") {
    Offices offices;
    offices.open("26Q4-zb05-k7m2~x-1~9");
    CHECK(offices.fold().problems.front().subject() == "26Q4-zb05-k7m2~x-1~9");
    Offices twice;
    twice.open("26Q4-zb05-k7m2qx-1");
    twice.open("26Q4-zb05-k7m2qx-1", "mmmmmm");
    for (const Problem& problem : twice.fold().problems)
      CHECK(problem.subject() == "26Q4-zb05-k7m2qx-1");
  }
}
