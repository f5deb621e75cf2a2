#include "store/own_end.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string own_file = "ledger/2026Q4/zb03.k7m2qx.tsv";

// A file of so many lines, and the folder it lies in.
std::string make_file(const TemporaryFolder& folder, int lines) {
  std::vector<Event> events;
  for (int i = 0; i < lines; ++i)
    events.push_back(an_event(noon(i), "s" + std::to_string(i), {{"note", std::string(60, 'x')}}));
  const std::string text = file_text(a_header(), events);
  put_file(folder.path() / own_file, text);
  return text;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a large file ends as a small one does: known from its last lines") {
    for (const int lines : {1, 10, 5000}) {
      const TemporaryFolder folder;
      const std::string text = make_file(folder, lines);
      for (const std::string& torn :
           {std::string(), std::string("2026-10"), std::string(3, '\0')}) {
        put_file(folder.path() / own_file, text + torn);
        const auto end = read_own_end(folder.path(), own_file, "nrpb");
        REQUIRE(end);
        CHECK(end->whole_bytes == text.size());
        CHECK(end->bytes == text.size() + torn.size());
        CHECK(end->end.last_check == text.substr(text.size() - 17, 16));
        CHECK(end->end.newest == noon(lines - 1));
        CHECK(end->end.header == a_header());
      }
    }
  }

  TEST_CASE("an edit in the last lines is seen before anything is written behind it") {
    const TemporaryFolder folder;
    std::string text = make_file(folder, 5000);
    text[text.rfind("note=x") - 200] ^= 1;
    put_file(folder.path() / own_file, text);
    CHECK_FALSE(read_own_end(folder.path(), own_file, "nrpb"));
  }

  TEST_CASE("a file of another organisation or under another name is refused") {
    const TemporaryFolder folder;
    const std::string text = make_file(folder, 5000);
    CHECK_FALSE(read_own_end(folder.path(), own_file, "other"));
    put_file(folder.path() / "ledger/2026Q4/zb03.m3m3m3.tsv", text);
    CHECK_FALSE(read_own_end(folder.path(), "ledger/2026Q4/zb03.m3m3m3.tsv", "nrpb"));
  }
}
