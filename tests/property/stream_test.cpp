#include "ledger/plain_file.hpp"
#include "store/export_events.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

int below(int end) {
  return *rc::gen::resize(100, rc::gen::inRange(0, end));
}

// Events close together, so that files tie, with keys and escapes that not every reader likes.
std::vector<Event> some_events(int most) {
  std::vector<Event> events;
  std::int64_t at = below(3);
  for (int left = below(most); left > 0; --left, at += 1 + below(3)) {
    std::vector<Field> fields;
    if (below(2) == 0) fields.push_back({"note", below(3) == 0 ? "甲\t\\乙" : "八月党费"});
    if (below(4) == 0) fields.push_back({"zone", "of a newer sihu"});
    events.push_back(an_event(noon(at), "s" + std::to_string(below(3)), fields));
  }
  return events;
}

struct Sorted {
  std::set<std::string> lines;  // the oracle: all lines, sorted as bytes, each once

  void add(const std::vector<Event>& events) {
    for (const Event& event : events) lines.insert(whole_line(event) + '\n');
  }
  std::string text() const {
    std::string all;
    for (const std::string& line : lines) all += line;
    return all;
  }
};

// A device's file, perhaps with a fork that shares its beginning, perhaps with a torn tail.
void put_device(const std::filesystem::path& root, const std::string& device, Sorted& sorted) {
  std::vector<Event> shared = some_events(12);
  const std::int64_t later = 1000;
  for (const char* ending : {"", "~91d03be6a7cc4f02", "~a1d03be6a7cc4f02"}) {
    if (*ending != '\0' && below(2) == 0) continue;
    std::vector<Event> events = shared;
    for (Event event : some_events(8)) {
      event.at = event.at + later;
      events.push_back(event);
    }
    const std::string text = file_text(a_header(device), events);
    put_file(root / ("ledger/2026Q4/zb03." + device + ending + ".tsv"),
             text + (below(3) == 0 ? "2026-10-1" : ""));
    sorted.add(events);
  }
}

std::string exported(const Workspace& workspace) {
  const auto stream = EventStream::open(workspace);
  RC_ASSERT(stream.has_value());
  std::string text;
  RC_ASSERT(export_events(*stream, Format::tsv, [&](std::string_view block) {
              text += block;
              return true;
            }).has_value());
  return text;
}

// One byte changed, put in or taken out, mostly.
std::string spoiled(std::string text) {
  const auto at = static_cast<std::size_t>(below(static_cast<int>(text.size())));
  switch (below(4)) {
    case 0:
      text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
      break;
    case 1:
      text.insert(at, 1, "\t\n=\\ a\x7f"[below(7)]);
      break;
    case 2:
      text.erase(at, static_cast<std::size_t>(1 + below(3)));
      break;
    default:
      text.resize(at);
  }
  return text;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("an export is all lines of all files and forks, sorted, each once") {
    CHECK(rc::check([] {
      const TemporaryFolder folder;
      const Workspace workspace = make_workspace(folder.path());
      Sorted sorted;
      for (const char* device : {"aaaaaa", "bbbbbb", "cccccc", "dddddd"})
        put_device(folder.path(), device, sorted);
      RC_ASSERT(exported(workspace) == sorted.text());
    }));
  }

  TEST_CASE("what passes quickly is what the reader accepts without a note") {
    CHECK(rc::check([] {
      std::vector<Event> events = some_events(6);
      std::string text = file_text(a_header(), events);
      if (below(8) > 0) text = spoiled(text);
      const bool chain = below(2) == 0;
      std::string shown;
      const auto passed = pass_through(
          text, chain, [&](const PlainLine& line, std::string_view bytes, std::uint32_t number) {
            shown += std::to_string(number) + std::string(bytes) + std::string(line.subject) + '\n';
          });
      const auto read = read_ledger_file(text, "f", chain);
      RC_ASSERT(passed.has_value() == (read && read->notes.empty() && !read->header_check.empty()));
      if (!passed) return;
      std::string expected;
      for (std::size_t i = 0; i < read->events.size(); ++i)
        expected +=
            std::to_string(i + 2) + whole_line(read->events[i]) + read->events[i].subject + '\n';
      RC_ASSERT(shown == expected);
    }));
  }
}
