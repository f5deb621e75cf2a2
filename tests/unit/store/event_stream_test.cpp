#include "store/event_stream.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string put_ledger(const TemporaryFolder& folder, const std::string& name,
                       std::vector<Event> events) {
  const std::string text = file_text(a_header(name.substr(0, 6)), events);
  put_file(folder.path() / ("ledger/2026Q4/zb03." + name + ".tsv"), text);
  return text;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a line that a fork has too comes once, from the first file") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    put_ledger(folder, "aaaaaa", {an_event(noon(0), "a"), an_event(noon(2), "b")});
    put_ledger(folder, "aaaaaa~91d03be6a7cc4f02", {an_event(noon(0), "a"), an_event(noon(1), "c")});
    const auto stream = EventStream::open(workspace);
    REQUIRE(stream);
    std::string seen;
    REQUIRE(stream->each([&](const StreamedLine& line) {
      seen += std::string(line.file.substr(14)) + ':' + std::to_string(line.number) + ' ';
      return true;
    }));
    CHECK(seen == "zb03.aaaaaa.tsv:2 zb03.aaaaaa~91d03be6a7cc4f02.tsv:3 zb03.aaaaaa.tsv:3 ");
  }

  TEST_CASE("a torn tail is noted and left out, damage is refused with every fault") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const std::string text = put_ledger(folder, "aaaaaa", {an_event(noon(0), "a")});
    put_file(folder.path() / "ledger/2026Q4/zb03.aaaaaa.tsv", text + "2026");
    const auto stream = EventStream::open(workspace);
    REQUIRE(stream);
    REQUIRE(stream->notes().size() == 1);
    CHECK(stream->notes()[0].name == "torn-tail");
    int lines = 0;
    REQUIRE(stream->each([&](const StreamedLine&) { return ++lines > 0; }));
    CHECK(lines == 1);
    for (const char* name : {"bbbbbb", "cccccc"})
      put_file(folder.path() / ("ledger/2026Q4/zb03." + std::string(name) + ".tsv"), "nonsense\n");
    const auto refused = EventStream::open(workspace);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::integrity);
    CHECK(refused.error().faults.size() == 2);
  }
}
