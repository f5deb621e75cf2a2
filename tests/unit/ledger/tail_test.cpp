#include "ledger/tail.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Six lines without a header, the last three written together.
std::string some_lines() {
  std::vector<Event> events;
  for (int i = 0; i < 6; ++i) {
    std::vector<Field> fields{{"note", "x"}};
    if (i >= 3) fields.push_back({"part", std::to_string(i - 2) + "/3"});
    events.push_back(an_event(noon(i), "s" + std::to_string(i), fields));
  }
  const std::string text = file_text(a_header(), events);
  return text.substr(text.find('\n') + 1);
}

std::size_t line_start(const std::string& text, int line) {
  std::size_t at = 0;
  for (; line > 0; --line) at = text.find('\n', at) + 1;
  return at;
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("the end of a file says what the next line builds on") {
    const std::string text = some_lines();
    const auto tail = read_file_tail(text, "f");
    REQUIRE(tail);
    REQUIRE(*tail);
    CHECK((*tail)->last_check == text.substr(text.size() - 17, 16));
    CHECK((*tail)->newest == noon(5));
    CHECK((*tail)->whole == text.size());
  }

  TEST_CASE("cut anywhere, only what is whole counts, and a group all or not at all") {
    const std::string text = some_lines();
    for (std::size_t size = 0; size <= text.size(); ++size) {
      const auto tail = read_file_tail(std::string_view(text).substr(0, size), "f");
      REQUIRE(tail);
      const int lines = static_cast<int>(
          std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
      const int counting = lines >= 6 ? 6 : std::min(lines, 3);
      CHECK(tail->has_value() == (counting > 0));
      if (*tail) CHECK((*tail)->whole == line_start(text, counting));
    }
  }

  TEST_CASE("where a group began before, it says that it does not know") {
    const std::string text = some_lines();
    const auto from = line_start(text, 4);
    CHECK_FALSE(read_file_tail(std::string_view(text).substr(from), "f")->has_value());
  }

  TEST_CASE("a line that was edited, removed or moved is found") {
    const std::string text = some_lines();
    std::string edited = text;
    edited[text.find("note=x", line_start(text, 2)) + 5] = 'y';
    CHECK(read_file_tail(edited, "f").error().faults.front().name == "chain-broken");
    std::string removed = text;
    removed.erase(line_start(text, 1), line_start(text, 2) - line_start(text, 1));
    CHECK(read_file_tail(removed, "f").error().faults.front().name == "chain-broken");
    CHECK_FALSE(read_file_tail("no line\n" + text, "f"));
  }
}
