#include "store/ledger_merge.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("the key of a line is the digits of its instant") {
    CHECK(instant_key("2026-10-12T04:00:00.123Z\tp003") == 20261012040000123u);
  }

  TEST_CASE("files are merged in the byte order of their lines, equal ones in that of names") {
    const TemporaryFolder folder;
    LedgerMerge merge;
    const std::string at = "2026-10-12T04:00:00.00";
    for (const auto& [name, lines] :
         std::vector<std::pair<std::string, std::string>>{{"b", at + "1Z\tb\n" + at + "3Z\tx\n"},
                                                          {"c", at + "1Z\ta\n" + at + "3Z\tx\n"},
                                                          {"a", at + "2Z\ta\n"},
                                                          {"none", ""}}) {
      put_file(folder.path() / name, "#\n" + lines);
      REQUIRE(
          merge.add(std::make_unique<LineSource>(folder.path() / name, name, lines.size() + 2)));
    }
    std::string seen;
    while (!merge.empty()) {
      seen += merge.top().name() + std::string(merge.top().line().substr(22)) + ' ';
      REQUIRE(merge.advance());
    }
    CHECK(seen == "c1Z\ta b1Z\tb a2Z\ta b3Z\tx c3Z\tx ");
  }
}
