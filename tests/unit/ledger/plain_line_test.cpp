#include "ledger/plain_line.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string written(Event event) {
  event.check = "91d03be6a7cc4f02";
  return whole_line(event);
}

bool reads(const std::string& line) {
  PlainLine into;
  return read_plain_line(line, into);
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("a line is cut into its columns") {
    const std::string line =
        written(an_event(noon(), "a/b", {{"checklist", "dues"}, {"note", "甲=乙"}, {"on", "x"}}));
    PlainLine plain;
    REQUIRE(read_plain_line(line, plain));
    CHECK(plain.at == noon());
    CHECK(plain.person == "p003");
    CHECK(plain.name == "problem.note");
    CHECK(plain.subject == "a/b");
    CHECK(plain.get(rank_of("checklist")) == "dues");
    CHECK(plain.get(rank_of("note")) == "甲=乙");
    CHECK_FALSE(plain.has(rank_of("item")));
    CHECK(plain.check == 0x91d03be6a7cc4f02);
    CHECK(plain.body == line.substr(0, line.rfind('\t')));
  }

  TEST_CASE("the event of a plain line is what its reader makes of it") {
    for (const std::vector<Field>& fields :
         {std::vector<Field>{},
          {{"item", "1"}},
          {{"note", "甲=乙"}, {"part", "1/2"}, {"clock", "c"}}}) {
      const std::string line = written(an_event(noon(), "a/b", fields));
      PlainLine plain;
      REQUIRE(read_plain_line(line, plain));
      CHECK(event_of(plain) == *read_line(line, "f", 2));
    }
  }

  TEST_CASE("an event gives the same view as its line") {
    Event event = an_event(noon(), "a", {{"item", "1"}, {"clock", "c"}, {"zone", "z"}});
    event.check = "0000000000000001";
    PlainLine plain;
    view_event(event, plain);
    CHECK(plain.get(rank_of("clock")) == "c");
    CHECK(plain.subject == "a");
    CHECK(plain.check == 1);
  }

  TEST_CASE("what is not plainly as it should be is left to the reader") {
    const std::string good = written(an_event(noon(), "a", {{"item", "1"}, {"note", "n"}}));
    CHECK(reads(good));
    CHECK(reads(written(an_event(noon(), "a"))));
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{{"item=1\tnote=n", "note=n\titem=1"},
                                                          {"item=1", "item=1\titem=1"},
                                                          {"item=1", "item="},
                                                          {"item=1", "item"},
                                                          {"item=1", "zone=1"},
                                                          {"note=n", "note=\\n"},
                                                          {"note=n\t", "note=n\t\t"},
                                                          {"p003", "P"},
                                                          {"problem.note", "problem."},
                                                          {"\ta\t", "\t\t"},
                                                          {"2026-10-12", "2026-02-30"},
                                                          {"91d03be6a7cc4f02", "91D03be6a7cc4f02"},
                                                          {"\t91d03be6a7cc4f02", ""}}) {
      std::string bad = good;
      bad.replace(bad.find(from), from.size(), to);
      CAPTURE(bad);
      CHECK_FALSE(reads(bad));
    }
    CHECK_FALSE(reads(""));
    CHECK_FALSE(reads(written(an_event(noon(), "a", {{"note", std::string(65536, 'x')}}))));
  }
}
