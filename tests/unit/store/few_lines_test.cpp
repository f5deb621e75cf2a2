#include "store/few_lines.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string numbers(const FewLines& lines) {
  std::string text;
  for (const PlacedLine& line : lines.first()) text += std::to_string(line.number) + ' ';
  return text;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("the first three in the order of their bytes are kept, all are counted") {
    FewLines lines;
    for (const char* bytes : {"e", "b", "d", "a", "c"})
      lines.add(bytes, 0, static_cast<std::uint32_t>(bytes[0] - 'a'));
    CHECK(lines.count() == 5);
    CHECK(numbers(lines) == "0 1 2 ");
    FewLines others;
    others.add("aa", 1, 9);
    others.add(lines);
    CHECK(others.count() == 6);
    CHECK(numbers(others) == "0 9 1 ");
  }

  TEST_CASE("lines make a ledger of their own, each once, from its first file") {
    std::vector<Event> events{an_event(noon(0), "a"), an_event(noon(1), "b")};
    file_text(a_header(), events);
    const Ledger ledger = ledger_of({{whole_line(events[1]), 0, 3},
                                     {whole_line(events[0]), 1, 2},
                                     {whole_line(events[0]), 0, 2}},
                                    {"f", "f~1"});
    REQUIRE(ledger.entries.size() == 2);
    CHECK(ledger.entries[0].event == events[0]);
    CHECK(to_string(ledger.place(ledger.entries[0])) == "f:2");
    CHECK(to_string(ledger.place(ledger.entries[1])) == "f:3");
  }
}
