#include "ledger/parts.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace sihu;

namespace {

// Which of these lines does not follow, from 0; -1: all do, -2: all do and the last group is open.
int first_wrong(const std::vector<const char*>& parts) {
  PartGroups groups;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (groups.take(parts[i], i, i * 100)) return static_cast<int>(i);
  return groups.unfinished() ? -2 : -1;
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("a part has one spelling") {
    CHECK(Part::parse("2/3")->index == 2);
    CHECK(Part::parse("2/3")->size == 3);
    for (const char* bad :
         {"", "/", "1", "0/2", "1/1", "3/2", "01/2", "1/02", "1/2/3", "a/b", "1/1000000", "1 /2"})
      CHECK_MESSAGE(!Part::parse(bad), bad);
  }

  TEST_CASE("groups stand together, complete and in order") {
    CHECK(first_wrong({"", "1/2", "2/2", "", "1/3", "2/3", "3/3", "1/2", "2/2"}) == -1);
    CHECK(first_wrong({"2/2"}) == 0);
    CHECK(first_wrong({"1/2", ""}) == 1);
    CHECK(first_wrong({"1/3", "3/3"}) == 1);
    CHECK(first_wrong({"1/3", "2/2"}) == 1);
    CHECK(first_wrong({"1/3", "1/2"}) == 1);
    CHECK(first_wrong({"1/1"}) == 0);
  }

  TEST_CASE("only the last group may be unfinished, and where it began is known") {
    CHECK(first_wrong({"", "1/3", "2/3"}) == -2);
    PartGroups groups;
    CHECK_FALSE(groups.take("", 0, 50));
    CHECK_FALSE(groups.take("1/2", 1, 99));
    REQUIRE(groups.unfinished());
    CHECK(groups.unfinished()->first_event == 1);
    CHECK(groups.unfinished()->offset == 99);
  }
}
