#include "store/changes.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

FileMark a_mark(const char* name, std::uint64_t size = 100, std::int64_t changed = 1,
                std::uint64_t whole = 0) {
  return {name, size, changed, 7, whole == 0 ? size : whole, "8c1f0a5be2d94471"};
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("files that grew and new ones are what is new") {
    const auto changes = changes_since({a_mark("a"), a_mark("b")},
                                       {a_mark("a"), a_mark("b", 130, 2), a_mark("c", 50)});
    REQUIRE(changes);
    REQUIRE(changes->tails.size() == 2);
    CHECK(changes->tails[0].name == "b");
    CHECK(changes->tails[0].from == 100);
    CHECK(changes->tails[1].from == 0);
    CHECK(changes->bytes == 80);
  }

  TEST_CASE("a file that is gone, shorter, or changed in place makes a snapshot worthless") {
    CHECK_FALSE(changes_since({a_mark("a"), a_mark("b")}, {a_mark("a")}));
    CHECK_FALSE(changes_since({a_mark("a"), a_mark("b")}, {a_mark("b")}));
    CHECK_FALSE(changes_since({a_mark("a")}, {a_mark("a", 90, 2)}));
    CHECK_FALSE(changes_since({a_mark("a")}, {a_mark("a", 100, 2)}));
    FileMark other = a_mark("a");
    other.inode = 8;
    CHECK_FALSE(changes_since({a_mark("a")}, {other}));
  }

  TEST_CASE("an end that does not count is remembered, and read again when it grows") {
    const auto same = changes_since({a_mark("a", 100, 1, 90)}, {a_mark("a", 100, 1)});
    REQUIRE(same);
    CHECK(same->torn == std::vector<std::string>{"a"});
    const auto grown = changes_since({a_mark("a", 100, 1, 90)}, {a_mark("a", 120, 2)});
    REQUIRE(grown);
    CHECK(grown->tails.at(0).from == 90);
  }
}
