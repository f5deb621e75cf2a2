#include "ledger/outline.hpp"

#include "ledger/file.hpp"
#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string grouped_file() {
  std::vector<Event> events{an_event(noon(0), "x", {{"note", "a"}}),
                            an_event(noon(1), "x", {{"note", "b"}, {"part", "1/3"}}),
                            an_event(noon(2), "x", {{"note", "c"}, {"part", "2/3"}}),
                            an_event(noon(3), "x", {{"note", "d"}, {"part", "3/3"}})};
  return file_text(a_header(), events);
}

std::string name_of(const Result<std::optional<Outline>>& result) {
  return result ? "" : result.error().faults.at(0).name;
}

Result<std::optional<Outline>> whole(std::string_view text) {
  return outline(text, text, text.size(), "f");
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("an outline says of every beginning of a file what reading it says") {
    const std::string text = grouped_file();
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      const std::string_view part = std::string_view(text).substr(0, cut);
      const auto file = read_ledger_file(part, "f");
      const auto found = whole(part);
      REQUIRE(file);
      REQUIRE(found);
      REQUIRE(*found);
      CHECK((*found)->whole_bytes == file->whole_bytes);
      CHECK((*found)->last_check == file->last_check());
      CHECK((*found)->header_check == file->header_check);
      CHECK((*found)->notes.empty() == file->notes.empty());
    }
  }

  TEST_CASE("a tail too short asks for more and is never guessed about") {
    const std::string text = grouped_file();
    for (std::size_t cut = text.find('\n') + 1; cut <= text.size(); ++cut) {
      const std::string_view part = std::string_view(text).substr(0, cut);
      const auto all = whole(part).value().value();
      for (std::size_t size = 1; size <= cut; ++size) {
        const auto found = outline(part, part.substr(cut - size), cut, "f");
        REQUIRE(found);
        if (*found) CHECK((*found)->same_as(all));
      }
    }
  }

  TEST_CASE("what is no ledger, newer or altered at its ends is a fault") {
    const std::string text = grouped_file();
    CHECK(name_of(whole("hello")) == "not-a-ledger");
    CHECK(name_of(whole("hello\n")) == "not-a-ledger");
    CHECK(name_of(whole("#sihu\t2\tx\n")) == "newer-format");
    CHECK(name_of(whole(std::string(70000, '\0'))) == "not-a-ledger");
    std::string altered = text;
    altered.replace(altered.find("nrpb"), 4, "nrpc");
    CHECK(name_of(whole(altered)) == "chain-broken");
    altered = text;
    altered.replace(altered.find("note=d"), 6, "note=X");
    CHECK(name_of(whole(altered)) == "chain-broken");
    altered = text;
    altered.replace(altered.find("note=d"), 6, "note=\xff");
    CHECK(name_of(whole(altered)) == "not-utf8");
  }

  TEST_CASE("a group whose beginning is nowhere is damage") {
    std::vector<Event> events{an_event(noon(0), "x", {{"note", "a"}, {"part", "5/9"}})};
    CHECK(name_of(whole(file_text(a_header(), events))) == "broken-group");
  }

  TEST_CASE("NUL bytes and half a header are a crash's, not a stranger's") {
    CHECK(whole("").value()->header_check.empty());
    CHECK(whole("#si").value()->notes.size() == 1);
    CHECK(whole(std::string(9, '\0')).value()->notes.size() == 1);
    const std::string text = grouped_file();
    const auto torn = whole(text + std::string(4096, '\0')).value().value();
    CHECK(torn.whole_bytes == text.size());
    CHECK(torn.bytes == text.size() + 4096);
  }
}
