#include "ledger/plain_file.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<Event> three_events() {
  return {an_event(noon(0), "a", {{"note", "一"}}),
          an_event(noon(1), "a", {{"note", "\\\t"}, {"part", "1/2"}}),
          an_event(noon(2), "b", {{"part", "2/2"}, {"zone", "of a newer sihu"}})};
}

bool passes(std::string_view text, bool check_chain = true) {
  return pass_through(text, check_chain, [](const PlainLine&, std::string_view, std::uint32_t) {})
      .has_value();
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("every line of a sound file is shown, with its number") {
    std::vector<Event> events = three_events();
    const std::string text = file_text(a_header(), events);
    std::string seen;
    const VisitLine see = [&](const PlainLine& line, std::string_view bytes, std::uint32_t number) {
      seen += std::to_string(number) + std::string(line.subject) + ' ';
      CHECK(bytes == whole_line(events[number - 2]));
    };
    const auto file = pass_through(text, true, see);
    REQUIRE(file);
    CHECK(file->header == a_header());
    CHECK(file->lines == 3);
    CHECK(seen == "2a 3a 4b ");
    seen.clear();
    visit_lines(text, see);
    CHECK(seen == "2a 3a 4b ");
  }

  TEST_CASE("whatever is unusual is left to the reader") {
    std::vector<Event> events = three_events();
    const std::string text = file_text(a_header(), events);
    CHECK(passes(text));
    CHECK_FALSE(passes(""));
    CHECK_FALSE(passes(text + "2026"));
    CHECK_FALSE(passes(text.substr(0, text.rfind('\n', text.size() - 2) + 1)));
    for (const char* touched : {"一", "#sihu", "nrpb", "problem", "2/2", "newer"}) {
      std::string other = text;
      other[other.find(touched)] ^= 1;
      CAPTURE(touched);
      CHECK_FALSE(passes(other));
    }
    std::vector<Event> backwards{an_event(noon(1)), an_event(noon(1))};
    CHECK_FALSE(passes(file_text(a_header(), backwards)));
  }

  TEST_CASE("without the chain an edit passes") {
    std::vector<Event> events = three_events();
    std::string text = file_text(a_header(), events);
    text[text.find("newer")] = 'm';
    CHECK(passes(text, false));
    CHECK_FALSE(passes(text, true));
  }
}
