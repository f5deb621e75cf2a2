#include "store/line_at.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("a line is read where it stands, near the one before or far from it, short or long") {
    const TemporaryFolder folder;
    const std::string text =
        "one\n" + std::string(60000, 'x') + "\nthree\n" + std::string(9000, 'y') + "\nlast";
    put_file(folder.path() / "f", text);
    LineAt lines;
    REQUIRE(lines.open(folder.path(), "f"));
    CHECK(*lines.read(0) == "one");
    CHECK(lines.read(4)->size() == 60000);
    CHECK(*lines.read(60005) == "three");
    CHECK(*lines.read(0) == "one");
    CHECK_FALSE(lines.read(text.size() - 4));
    CHECK_FALSE(lines.read(text.size() + 100));
    CHECK_FALSE(lines.open(folder.path(), "not there"));
  }
}
