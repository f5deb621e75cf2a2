#include "ledger/ledger.hpp"

#include "ledger/line.hpp"
#include "support/ledgers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

LedgerFile file_of(const std::string& device, std::vector<Event> events) {
  const std::string text = file_text(a_header(device), events);
  return *read_ledger_file(text, "ledger/" + ledger_file_name(a_header(device)));
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("events of several files fold in the byte order of their lines") {
    const Ledger ledger =
        join_ledger({file_of("bbbbbb", {an_event(noon(1), "b"), an_event(noon(5), "b")}),
                     file_of("aaaaaa", {an_event(noon(1), "a"), an_event(noon(3), "a")})});
    REQUIRE(ledger.entries.size() == 4);
    CHECK(ledger.entries[0].event.subject == "a");
    CHECK(ledger.entries[1].event.subject == "b");
    CHECK(ledger.entries[2].event.at == noon(3));
    CHECK(to_string(ledger.place(ledger.entries[3])) == "ledger/2026Q4/zb03.bbbbbb.tsv:3");
  }

  TEST_CASE("at one instant the written line decides, escapes and all") {
    // A tab is written as a backslash, which sorts behind letters in upper case.
    const Event tab = an_event(noon(), "a", {{"note", "\t"}});
    const Event upper = an_event(noon(), "a", {{"note", "Z"}});
    const Ledger ledger = join_ledger({file_of("aaaaaa", {tab}), file_of("bbbbbb", {upper})});
    CHECK(ledger.entries[0].event.get("note") == "Z");
  }

  TEST_CASE("at one instant lines are in the order of their bytes, whichever column differs") {
    std::vector<LedgerFile> files;
    std::vector<std::string> lines;
    for (const char* person : {"p", "p-1", "p1", "-"})
      for (const char* name : {"check.a", "check.a-b", "check.ab"})
        for (const char* subject : {"a", "a+b", "a/b", "A", "ab"})
          for (const char* key : {"ab", "ab-c", "ac"}) {
            Event event = an_event(noon(), subject, {{key, "x"}});
            event.person = person;
            event.name = name;
            files.push_back(file_of("aaaaaa", {event}));
            lines.push_back(whole_line(files.back().events.front()));
          }
    const Ledger ledger = join_ledger(std::move(files));
    std::ranges::sort(lines);
    REQUIRE(ledger.entries.size() == lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      CHECK(whole_line(ledger.entries[i].event) == lines[i]);
  }

  TEST_CASE("the same line in two files counts once") {
    const LedgerFile file = file_of("aaaaaa", {an_event(noon(1), "a"), an_event(noon(2), "a")});
    LedgerFile fork = file;
    fork.name = "ledger/2026Q4/zb03.aaaaaa~91d03be6a7cc4f02.tsv";
    fork.events.pop_back();
    const Ledger ledger = join_ledger({fork, file});
    CHECK(ledger.files.size() == 2);
    CHECK(ledger.entries.size() == 2);
  }

  TEST_CASE("the last event of a subject is the one that sorts last") {
    const Ledger ledger =
        join_ledger({file_of("bbbbbb", {an_event(noon(1), "a"), an_event(noon(9), "b")}),
                     file_of("aaaaaa", {an_event(noon(3), "a")})});
    CHECK(last_event_of(ledger, "a").at == noon(3));
    CHECK(last_event_of(ledger, "a").check == ledger.entries[1].event.check);
    CHECK(last_event_of(ledger, "nobody").check.empty());
  }

  TEST_CASE("notes of all files are kept") {
    std::vector<Event> events{an_event(noon(1), "a")};
    const std::string text = file_text(a_header(), events) + "torn";
    CHECK(join_ledger({*read_ledger_file(text, "f")}).notes.size() == 1);
  }
}
