#include "store/line_source.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("lines come one after the other, the header left out, as far as the file is whole") {
    const TemporaryFolder folder;
    const std::string text = "#head\none\ntwo\n";
    put_file(folder.path() / "f", text + "torn");
    LineSource source(folder.path() / "f", "f", text.size());
    REQUIRE(source.advance().value());
    CHECK(source.line() == "one");
    CHECK(source.number() == 2);
    REQUIRE(source.advance().value());
    CHECK(source.line() == "two");
    CHECK_FALSE(source.advance().value());
  }

  TEST_CASE("lines that are longer than a block, or lie across two, are whole") {
    const TemporaryFolder folder;
    std::string text = "#head\n";
    for (std::size_t i = 0; i < 40; ++i)
      text += std::string(i * 5000, 'x') + std::to_string(i) + '\n';
    put_file(folder.path() / "f", text);
    LineSource source(folder.path() / "f", "f", text.size());
    for (std::size_t i = 0; i < 40; ++i) {
      REQUIRE(source.advance().value());
      CHECK(source.line() == std::string(i * 5000, 'x') + std::to_string(i));
    }
    CHECK_FALSE(source.advance().value());
  }

  TEST_CASE("a file that became shorter, was replaced or has gone is a failure") {
    const TemporaryFolder folder;
    put_file(folder.path() / "f", "#head\none\n");
    CHECK_FALSE(LineSource(folder.path() / "f", "f", 1000).advance());
    CHECK_FALSE(LineSource(folder.path() / "none", "f", 10).advance());
    LineSource cut(folder.path() / "f", "f", 8);
    const auto line = cut.advance();
    REQUIRE_FALSE(line);
    CHECK(line.error().faults[0].name == "changed-meanwhile");
  }
}
