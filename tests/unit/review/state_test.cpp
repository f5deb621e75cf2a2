#include "review/state.hpp"

#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("review") {
  TEST_CASE("a second sheet by the same person replaces the first") {
    const SheetKey key = sheet_key("b", "pa");
    const auto state =
        fold_review(one_file_ledger({sheet_event(key, "C1=1"), sheet_event(key, "C1=5"),
                                     sheet_event(sheet_key("b", "pc"), "C1=3")}),
                    reviewed_quarter);
    REQUIRE(state.sheets.size() == 2);
    CHECK(state.find(key)->text == "C1=5");
    CHECK_FALSE(state.find(key)->is_sealed());
  }

  TEST_CASE("which sheets there are is told apart by their lines, in any order") {
    const auto digest = [](const std::vector<std::string>& checks) {
      std::vector<Event> events;
      for (const std::string& check : checks) {
        events.push_back(sheet_event(sheet_key("b", "p" + std::to_string(events.size())), "C1=1"));
        events.back().check = check;
      }
      return digest_of_sheets(fold_review(one_file_ledger(events), reviewed_quarter), "b");
    };
    // printf 'a\nb\n' | sha256sum
    CHECK(digest({"b", "a"}) == "911169ddaaf146af");
    CHECK(digest({"a", "b"}) == digest({"b", "a"}));
    CHECK(digest({"a", "c"}) != digest({"a", "b"}));
    CHECK(digest({}).empty());
  }

  TEST_CASE("a sheet that is not sealed can be read, and can do without what it says") {
    Event sheet = sheet_event(sheet_key("b", "pa"), "C1=1");
    sheet.fields.push_back({"note", "good"});
    CHECK(is_readable_sheet(sheet));
    Event sealed = sheet;
    sealed.fields.push_back({"key", "0123456789abcdef"});
    CHECK_FALSE(is_readable_sheet(sealed));
    CHECK_FALSE(is_readable_sheet(result_event("b", "80", 3)));
    leave_out_scores(sheet);
    CHECK_FALSE(sheet.has("sheet"));
    CHECK_FALSE(sheet.has("note"));
    CHECK(sheet.has("version"));
  }

  TEST_CASE("one's own sheet counts before one that the committee handed in, whenever") {
    const SheetKey key = sheet_key("b", "pa");
    const auto state =
        fold_review(one_file_ledger({sheet_event(key, "C1=1", "x"), sheet_event(key, "C1=2"),
                                     sheet_event(key, "C1=3", "x")}),
                    reviewed_quarter);
    CHECK(state.find(key)->text == "C1=2");
  }

  TEST_CASE("a readable sheet, which would not count, displaces no sealed one") {
    const SheetKey key = sheet_key("b", "pa");
    Event sealed = sheet_event(key, "box", "x");
    sealed.fields.push_back({"key", "0123456789abcdef"});
    for (const auto& events : {std::vector<Event>{sealed, sheet_event(key, "C1=2")},
                               std::vector<Event>{sheet_event(key, "C1=2"), sealed}})
      CHECK(fold_review(one_file_ledger(events), reviewed_quarter).find(key)->text == "box");
  }

  TEST_CASE("sheets of other quarters and lines of other kinds are left out") {
    Event check = sheet_event(sheet_key("b", "pa"), "C1=1");
    check.subject = "26Q4/b/dues";
    Event empty = sheet_event(sheet_key("c", "pa"), "C1=1");
    empty.fields.clear();
    const auto state = fold_review(
        one_file_ledger({check, empty, sheet_event({Quarter{2026, 3}, "b", "pa"}, "C1=1")}),
        reviewed_quarter);
    CHECK(state.sheets.empty());
  }

  TEST_CASE("the first result that the committee recorded stands") {
    const auto state = fold_review(
        one_file_ledger({result_event("b", "99", 9, "secretary"), result_event("b", "251/3", 6),
                         result_event("b", "80", 3), result_event("c", "1/0", 3)}),
        reviewed_quarter);
    REQUIRE(state.results.size() == 1);
    CHECK(state.results.at("b").value == Rational(251, 3));
    CHECK(state.results.at("b").sheets == 6);
    CHECK(state.results.at("b").entry == 1);
    CHECK_FALSE(state.results.at("b").error);
  }

  TEST_CASE("an error recorded for few sheets, which could tell who gave what, is passed over") {
    auto few = result_event("b", "80", 4);
    auto enough = result_event("c", "80", 5);
    for (Event* event : {&few, &enough})
      for (const char* key : {"error", "low", "high"}) event->fields.push_back({key, "2.5"});
    const auto state = fold_review(one_file_ledger({few, enough}), reviewed_quarter);
    CHECK_FALSE(state.results.at("b").error);
    CHECK_FALSE(state.results.at("b").low);
    CHECK(state.results.at("c").error == 2.5);
    CHECK(state.results.at("c").high == 2.5);
  }

  TEST_CASE("a mean recorded in full, which could tell who is lenient, is taken coarsely") {
    auto few = result_event("b", "80", 4);
    auto enough = result_event("c", "80", 5);
    auto none = result_event("a", "80", 3);
    for (Event* event : {&few, &enough, &none})
      for (Field& field : event->fields) {
        if (field.key == "method") field.value = "severity";
        if (field.key == "mean") field.value = "7633/100";
      }
    std::erase_if(none.fields, [](const Field& field) { return field.key == "mean"; });
    const auto state = fold_review(one_file_ledger({few, enough, none}), reviewed_quarter);
    CHECK(state.results.at("b").value == Rational(80));
    CHECK_FALSE(state.results.at("b").mean);
    CHECK(state.results.at("c").mean == Rational(75));
    CHECK(state.results.at("a").sheets == 3);
  }
}
