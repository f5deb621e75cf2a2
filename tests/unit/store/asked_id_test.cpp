#include "store/asked_id.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

constexpr const char* file = "ledger/2026Q4/zb03.k7m2qx.tsv";

// A search through one event in the second line of `file`.
struct Searched {
  Searched(const std::string& id, Event event) {
    const std::string bytes = whole_line(event);
    LedgerSearch search(read_asked_id(id), zone, none);
    search.take({bytes, file, 2});
    things = search.things();
    lines = search.lines();
  }

  Zone zone;
  Redactions none;
  std::vector<IdPlace> things;
  std::vector<IdPlace> lines;
};

Event a_seal() {
  Event event = an_event(noon(0), "seal/2026Q4/k7m2qx");
  event.name = "seal.close";
  event.fields = {{"count", "19"}, {"fingerprint", "4bf8373e4c5dfce0b69cad7bcaf367f0"}};
  event.check = "91d03be6a7cc4f02";
  return event;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a line of a ledger file is meant by its place") {
    CHECK(read_asked_id("./ledger/2026Q4/zb03.k7m2qx.tsv:17").line == 17);
    CHECK(read_asked_id("2026Q4/zb03.k7m2qx.tsv:17").file == file);
    CHECK(read_asked_id("2026Q4/zb03.k7m2qx.tsv:x").file.empty());
    CHECK(Searched("2026Q4/zb03.k7m2qx.tsv:2", a_seal()).lines.size() == 1);
    CHECK(Searched("2026Q4/zb03.k7m2qx.tsv:3", a_seal()).lines.empty());
    CHECK(Searched("2026Q4/zb04.k7m2qx.tsv:2", a_seal()).lines.empty());
  }

  TEST_CASE("a seal is meant by its fingerprint as it is printed, read aloud or whole") {
    for (const char* id : {"4bf8-373e-4c5d", "4BF8 373E", "4bf8373e4c5dfce0b69cad7bcaf367f0"}) {
      const Searched found(id, a_seal());
      REQUIRE(found.things.size() == 1);
      CHECK(found.things[0].kind == "seal");
      CHECK(found.things[0].place == std::string(file) + ":2");
      CHECK(found.things[0].command == "problems --seal 4bf8-373e-4c5d-fce0-b69c-ad7b");
      CHECK(found.lines.empty());
    }
    CHECK(Searched("4bf8-37", a_seal()).things.empty());
    CHECK(Searched("5bf8-373e", a_seal()).things.empty());
  }

  TEST_CASE("a check is one line") {
    CHECK(Searched("91d03be6a7cc4f02", a_seal()).lines.size() == 1);
  }

  TEST_CASE("a sheet of a review is found by its branch, not by what is in it") {
    Event sheet = an_event(noon(0), "2026Q4/zb05/p003");
    sheet.name = "review.sheet";
    sheet.fields = {{"version", "1"}, {"note", "absent"}, {"sheet", "C1=2;C2=4"}};
    sheet.check = "91d03be6a7cc4f02";
    CHECK(Searched("zb05", sheet).lines.size() == 1);
    CHECK(Searched("91d03be6a7cc4f02", sheet).lines.size() == 1);
    CHECK(Searched("2026Q4/zb03.k7m2qx.tsv:2", sheet).lines.size() == 1);
    for (const char* guess : {"absent", "C1=2", "C1=2;C2=4", "C1"})
      CHECK(Searched(guess, sheet).lines.empty());
  }

  TEST_CASE("a device has its files, forks too, and a quarter all of them") {
    const Searched device("k7m2qx", a_seal());
    REQUIRE(device.things.size() == 1);
    CHECK(device.things[0].what.en == "1 line");
    CHECK(device.things[0].place == file);
    CHECK(Searched("m3m3m3", a_seal()).things.empty());
    const Searched quarter("2026Q4", a_seal());
    REQUIRE(quarter.things.size() == 1);
    CHECK(quarter.things[0].what.en == "1 line in 1 file");
    CHECK(quarter.things[0].command == "tally 2026Q4");
    CHECK(Searched("2026Q3", a_seal()).things.empty());
  }

  TEST_CASE("an inspection, or an item of it, is meant by the subject of its lines") {
    Event answer = an_event(noon(0), "26Q4/zb05/dues+zb03/DF-02");
    answer.check = "91d03be6a7cc4f02";
    for (const char* id : {"26Q4/zb05/dues+zb03", "26Q4/zb05/dues+zb03/DF-02"}) {
      const Searched found(id, answer);
      REQUIRE(found.things.size() == 1);
      CHECK(found.things[0].kind == "check");
      CHECK(found.things[0].command ==
            "check show zb05 --checklist dues --quarter 2026Q4 --by zb03");
      CHECK(found.lines.size() == 1);
    }
    CHECK(Searched("26Q4/zb09/dues", answer).things.empty());
  }
}
