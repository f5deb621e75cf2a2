#include "ledger/ledger.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

// Any text: letters, Chinese, the characters that are escaped, and those that separate.
rc::Gen<std::string> any_text() {
  const auto piece = rc::gen::element<std::string>(
      "a", "Z", "9", " ", "=", ";", "\\", "\t", "\n", "\r", std::string(1, '\0'), "\x1b", "\x7f",
      "\xc2\x80", "\xc2\x9f", "\xc2\xa0", "八月", "党费", "😀", "\\n", "#");
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(piece)),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& part : pieces) text += part;
                        return text;
                      });
}

rc::Gen<std::string> word(const std::string& letters, std::size_t most) {
  return rc::gen::resize(
      static_cast<int>(most),
      rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(letters))));
}

rc::Gen<std::vector<Field>> any_fields() {
  const auto key =
      rc::gen::element<std::string>("item", "due", "note", "after", "clock", "zone", "zz-9", "a");
  const auto pairs = rc::gen::container<std::vector<std::pair<std::string, std::string>>>(
      rc::gen::pair(key, any_text()));
  return rc::gen::map(rc::gen::resize(8, pairs),
                      [](const std::vector<std::pair<std::string, std::string>>& given) {
                        std::vector<Field> fields;
                        for (const auto& [name, value] : std::map(given.begin(), given.end()))
                          fields.push_back({name, value});
                        std::ranges::sort(fields, canonical_before, &Field::key);
                        return fields;
                      });
}

rc::Gen<Event> any_event() {
  return rc::gen::build<Event>(
      rc::gen::set(&Event::at,
                   rc::gen::map(rc::gen::inRange<std::int64_t>(-62135596800000, 253402300800000),
                                [](std::int64_t ms) { return Instant{ms}; })),
      rc::gen::set(&Event::person, rc::gen::element<std::string>("-", "p003", "p900")),
      rc::gen::set(&Event::name, rc::gen::element<std::string>("problem.open", "redact", "x-9.y")),
      rc::gen::set(&Event::subject, word("abcXYZ019-./:+~", 20)),
      rc::gen::set(&Event::fields, any_fields()));
}

// Events at ascending instants, some of them close together so that files tie.
rc::Gen<std::vector<Event>> history() {
  return rc::gen::mapcat(rc::gen::inRange(0, 8), [](int count) {
    return rc::gen::map(
        rc::gen::container<std::vector<Event>>(static_cast<std::size_t>(count), any_event()),
        [](std::vector<Event> events) {
          std::int64_t later = 0;
          for (Event& event : events) event.at = noon(++later);
          return events;
        });
  });
}

// Some of the events become groups of two.
std::vector<Event> grouped(std::vector<Event> events) {
  for (std::size_t i = 0; i + 1 < events.size(); i += 3)
    for (std::size_t part : {0u, 1u}) {
      auto& fields = events[i + part].fields;
      fields.push_back({"part", std::to_string(part + 1) + "/2"});
      std::ranges::sort(fields, canonical_before, &Field::key);
    }
  return events;
}

std::vector<std::string> lines_of(const Ledger& ledger) {
  std::vector<std::string> lines;
  for (const Entry& entry : ledger.entries) lines.push_back(whole_line(entry.event));
  return lines;
}

bool is_prefix(const std::vector<Event>& part, const std::vector<Event>& whole) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

LedgerFile file_with(const std::string& device, std::vector<Event> events) {
  const std::string text = file_text(a_header(device), events);
  return *read_ledger_file(text, ledger_file_name(a_header(device)));
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("an event reads back from its line") {
    CHECK(rc::check([] {
      Event event = *any_event();
      const auto line = write_line(event);
      RC_ASSERT(line.has_value());
      event.check = chain_check("", *line);
      const auto back = read_line(*line + '\t' + event.check, "f", 1);
      RC_ASSERT(back.has_value());
      RC_ASSERT(*back == event);
      RC_ASSERT(
          std::ranges::none_of(*line, [](char c) { return c == '\n' || c == '\0' || c == '\r'; }));
    }));
  }

  TEST_CASE("a line that reads is the one spelling of its event") {
    CHECK(rc::check([] {
      Event event = *any_event();
      event.check = "0123456789abcdef";
      std::string line = whole_line(event);
      const auto at = *rc::gen::inRange<std::size_t>(0, line.size());
      line[at] = static_cast<char>(*rc::gen::inRange(0, 256));
      if (const auto back = read_line(line, "f", 1)) RC_ASSERT(whole_line(*back) == line);
    }));
  }

  TEST_CASE("a ledger cut at any byte gives whole lines and a note, and invents nothing") {
    CHECK(rc::check([] {
      auto events = grouped(*history());
      const std::string text = file_text(a_header(), events);
      for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        const auto file = read_ledger_file(std::string_view(text).substr(0, cut), "f");
        RC_ASSERT(file.has_value());
        RC_ASSERT(is_prefix(file->events, events));
        RC_ASSERT(file->whole_bytes <= cut);
        RC_ASSERT((file->whole_bytes == cut) == file->notes.empty());
      }
    }));
  }

  TEST_CASE("a change of any one byte is noticed") {
    CHECK(rc::check([] {
      auto events = grouped(*history());
      const std::string text = file_text(a_header(), events);
      const auto mask = static_cast<char>(*rc::gen::inRange(1, 256));
      for (std::size_t at = 0; at < text.size(); ++at) {
        std::string changed = text;
        changed[at] = static_cast<char>(changed[at] ^ mask);
        const auto file = read_ledger_file(changed, "f");
        RC_ASSERT(!file || !file->notes.empty());
      }
    }));
  }

  TEST_CASE("the ledger does not depend on the order of its files, nor on copies") {
    CHECK(rc::check([] {
      std::vector<LedgerFile> files;
      for (const char* device : {"aaaaaa", "bbbbbb", "cccccc"})
        files.push_back(file_with(device, *history()));
      const auto lines = lines_of(join_ledger(files));
      RC_ASSERT(std::ranges::is_sorted(lines));

      auto shuffled = files;
      std::rotate(shuffled.begin(), shuffled.begin() + *rc::gen::inRange(0, 3), shuffled.end());
      if (*rc::gen::arbitrary<bool>()) std::swap(shuffled[0], shuffled[1]);
      RC_ASSERT(lines_of(join_ledger(shuffled)) == lines);
      LedgerFile copy = files[*rc::gen::inRange<std::size_t>(0, 3)];
      copy.name += "~copy";
      shuffled.push_back(copy);
      RC_ASSERT(lines_of(join_ledger(shuffled)) == lines);
    }));
  }
}
