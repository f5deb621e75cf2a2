#include "ledger/file.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<Event> some_events() {
  return {an_event(noon(0), "a", {{"note", "一"}}), an_event(noon(1), "b", {{"note", "二"}}),
          an_event(noon(2), "a", {{"note", "三"}})};
}

std::string text_of(std::vector<Event> events) {
  return file_text(a_header(), events);
}

std::string faults_of(std::string_view text, bool check_chain = true) {
  const auto file = read_ledger_file(text, "f", check_chain);
  std::string faults;
  if (!file)
    for (const Fault& fault : file.error().faults)
      faults += to_string(fault.place) + " " + fault.name + "\n";
  return faults;
}

std::string notes_of(const LedgerFile& file) {
  std::string notes;
  for (const Fault& note : file.notes) notes += to_string(note.place) + " " + note.name + "\n";
  return notes;
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("a file gives its header, its events and where it ends") {
    const std::string text = text_of(some_events());
    const auto file = read_ledger_file(text, "f");
    REQUIRE(file);
    CHECK(file->header == a_header());
    CHECK(file->events.size() == 3);
    CHECK(file->whole_bytes == text.size());
    CHECK(file->bytes == text.size());
    CHECK(file->notes.empty());
    CHECK(file->last_check() == file->events[2].check);
  }

  TEST_CASE("a torn tail and a tail of NUL bytes do not count and are noted") {
    const std::string whole = text_of(some_events());
    for (const std::string& tail :
         {std::string("2026-10"), std::string(4096, '\0'), std::string("\xe5\x85")}) {
      const auto file = read_ledger_file(whole + tail, "f");
      REQUIRE(file);
      CHECK(file->events.size() == 3);
      CHECK(file->whole_bytes == whole.size());
      CHECK(file->bytes == whole.size() + tail.size());
      CHECK(notes_of(*file) == "f:5 torn-tail\n");
    }
  }

  TEST_CASE("a file that a crash left without a whole header has no events") {
    for (const std::string text : {"", "#sihu\t1\tnr"}) {
      const auto file = read_ledger_file(text, "f");
      REQUIRE(file);
      CHECK(file->events.empty());
      CHECK(file->header_check.empty());
      CHECK(file->whole_bytes == 0);
    }
  }

  TEST_CASE("an unfinished group at the end does not count and is noted") {
    auto events = some_events();
    const std::string before = text_of({events[0]});
    events[1].fields.push_back({"part", "1/3"});
    events[2].fields.push_back({"part", "2/3"});
    const auto file = read_ledger_file(text_of(events) + "torn", "f");
    REQUIRE(file);
    CHECK(file->events.size() == 1);
    CHECK(file->whole_bytes == before.size());
    CHECK(notes_of(*file) == "f:5 torn-tail\nf:3 unfinished-group\n");
  }

  TEST_CASE("an unfinished group anywhere else is a fault") {
    auto events = some_events();
    events[0].fields.push_back({"part", "1/3"});
    events[1].fields.push_back({"part", "2/3"});
    CHECK(faults_of(text_of(events)) == "f:4 broken-group\n");
  }

  TEST_CASE("lines that do not ascend in time are faults") {
    auto events = some_events();
    events[1].at = events[0].at;
    CHECK(faults_of(text_of(events)) == "f:3 time-not-ascending\n");
    std::swap(events[0], events[2]);
    CHECK(faults_of(text_of(events)) == "f:3 time-not-ascending\nf:4 time-not-ascending\n");
  }

  TEST_CASE("an edited, a removed and a swapped line break the chain where it happened") {
    const std::string text = text_of(some_events());
    std::string edited = text;
    edited.replace(edited.find("一"), 3, "丁");
    CHECK(faults_of(edited) == "f:2 chain-broken\n");
    CHECK(faults_of(edited, false).empty());

    const std::size_t first = text.find('\n') + 1;
    const std::size_t second = text.find('\n', first) + 1;
    CHECK(faults_of(text.substr(0, first) + text.substr(second)) == "f:2 chain-broken\n");

    std::string check = text;
    check[second - 2] = check[second - 2] == '0' ? '1' : '0';
    CHECK(faults_of(check) == "f:2 chain-broken\n");
  }

  TEST_CASE("a file taken over from another organisation breaks at its header") {
    std::string text = text_of(some_events());
    text.replace(text.find("nrpb"), 4, "nrpc");
    CHECK(faults_of(text) == "f:1 chain-broken\n");
  }

  TEST_CASE("all faults of a file are said in one run") {
    CHECK(faults_of(text_of(some_events()) + "x\ny\tz\n") ==
          "f:5 too-few-columns\nf:6 too-few-columns\n");
    CHECK(faults_of("#sihu\t2\tx\nnobody knows\n") == "f:1 newer-format\n");
    CHECK(faults_of("<html>\n<body>\n") == "f:1 not-a-ledger\n");
  }

  TEST_CASE("a file with nothing right in it is not read to its end") {
    std::string text = text_of(some_events());
    for (int i = 0; i < 5000; ++i) text += "x\n";
    const auto file = read_ledger_file(text, "f");
    REQUIRE_FALSE(file);
    CHECK(file.error().faults.size() == 1001);
    CHECK(file.error().faults.back().name == "too-many-faults");
  }
}
