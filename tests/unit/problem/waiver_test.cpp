#include "problem/waiver.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const Date today(2026, 10, 20);

Result<Draft> ask(const std::string& person, const Item& item, Date until,
                  const std::string& note = "合并账户期间") {
  const Organisation organisation = an_organisation();
  return grant_waiver({"zb05", "DF-02", until, note}, {&item}, *organisation.find_person(person),
                      today);
}

std::string refusal(const Result<Draft>& result) {
  REQUIRE_FALSE(result);
  return result.error().faults.front().name;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("the committee waives an item, with a reason, until a day that is not past") {
    const Item item;
    const auto draft = ask("p900", item, today);
    REQUIRE(draft);
    CHECK(draft->subject == "zb05/DF-02");
    CHECK(refusal(ask("p005", item, today)) == "not-entitled");
    CHECK(refusal(ask("p900", item, today - 1)) == "until-in-past");
    CHECK(ask("p900", item, Date(2027, 10, 21)));
    CHECK(refusal(ask("p900", item, Date(2027, 10, 22))) == "until-too-late");
    CHECK(refusal(ask("p900", item, today, "")) == "note-missing");
    CHECK(ask("p900", item, today, "").error().kind == Kind::usage);
    CHECK(ask("p005", item, today).error().kind == Kind::refused);
  }

  TEST_CASE("a veto item can't be waived, and an unknown one is an error") {
    Item item;
    item.veto = true;
    CHECK(refusal(ask("p900", item, today)) == "veto-not-waivable");
    const Organisation organisation = an_organisation();
    const auto unknown =
        grant_waiver({"zb05", "XX-1", today, "x"}, {}, *organisation.find_person("p900"), today);
    CHECK(refusal(unknown) == "unknown-item");
    CHECK(unknown.error().kind == Kind::input);
  }

  TEST_CASE("a waiver holds from its day to its last day, inclusive, and the last grant speaks") {
    Offices offices;
    offices.tell("k7m2qx", "p900", "waive.grant", "zb05/DF-02",
                 {{"until", "2026-10-31"}, {"note", "x"}}, today);
    offices.tell("k7m2qx", "p900", "waive.grant", "zb05/DF-02",
                 {{"until", "2026-11-30"}, {"note", "y"}}, Date(2026, 11, 10));
    const auto waivers = fold_waivers(offices.ledger(), offices.zone());
    REQUIRE(waivers.size() == 2);
    const auto note_on = [&](Date day) {
      const Waiver* waiver = waiver_for(waivers, "zb05", "DF-02", day);
      return waiver ? waiver->note : std::string("none");
    };
    CHECK(note_on(today - 1) == "none");
    CHECK(note_on(today) == "x");
    CHECK(note_on(Date(2026, 10, 31)) == "x");
    CHECK(note_on(Date(2026, 11, 1)) == "none");
    CHECK(note_on(Date(2026, 11, 30)) == "y");
    CHECK_FALSE(waiver_for(waivers, "zb07", "DF-02", today));
  }
}
