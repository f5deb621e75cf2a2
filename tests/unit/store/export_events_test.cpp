#include "store/export_events.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <cstdio>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = ::popen(command.c_str(), "r");
  char piece[4096];
  for (std::size_t count = 0; pipe && (count = std::fread(piece, 1, sizeof piece, pipe)) > 0;)
    text.append(piece, count);
  if (pipe) ::pclose(pipe);
  return text;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("as TSV the events are what sort makes of the files") {
    const TemporaryFolder folder;
    std::vector<LedgerFile> files;
    for (const char* device : {"bbbbbb", "aaaaaa", "cccccc"}) {
      std::vector<Event> events;
      for (int i = 0; i < 20; ++i)
        events.push_back(an_event(noon(i), "s" + std::to_string(i % 3),
                                  {{"note", i % 2 ? "甲\t乙" : device}, {"zone", "ZZ"}}));
      const std::string text = file_text(a_header(device), events);
      put_file(folder.path() / device, text);
      files.push_back(*read_ledger_file(text, device));
      put_file(folder.path() / (std::string(device) + "-copy"), text);
      files.push_back(*read_ledger_file(text, std::string(device) + "-copy"));
    }
    const std::string sorted = output_of("cd '" + folder.path().string() +
                                         "' && for f in *; do grep -v '^#' $f >$f.events; done; "
                                         "LC_ALL=C sort -m -u *.events");
    CHECK(events_as_tsv(join_ledger(files)) == sorted);
    CHECK(sorted.size() > 1000);
  }

  TEST_CASE("as JSON every event is an object with its place") {
    std::vector<Event> events{an_event(noon(), "a", {{"note", "“一”\n"}})};
    const std::string text = file_text(a_header(), events);
    const Ledger ledger = join_ledger({*read_ledger_file(text, "f")});
    const std::string object =
        R"({"at":"2026-10-12T04:00:00.000Z","person":"p003","event":"problem.note",)"
        R"("subject":"a","fields":{"note":"“一”\n"},"check":")" +
        events[0].check + R"(","file":"f","line":2})";
    CHECK(events_as_jsonl(ledger) == object + "\n");
    CHECK(events_as_json(ledger) == "[\n" + object + "\n]\n");
    CHECK(events_as_json(Ledger{}) == "[]\n");
  }
}
