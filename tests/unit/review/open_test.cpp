#include "review/open.hpp"

#include "base/sealed_box.hpp"
#include "ledger/redaction.hpp"
#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// Opens what lies in a ledger, with or without the secret key.
struct Envelopes {
  Organisation organisation = reviewing();
  Rubric rubric = a_rubric(two_classes);
  Zone zone;
  bool has_secret = true;

  OpenedReview open(const std::vector<Event>& events) const {
    const auto state = fold_review(one_file_ledger(events), reviewed_quarter);
    return open_sheets(
        state, {organisation, rubric, zone,
                [this](const std::string& key16) -> std::optional<std::string> {
                  const bool ours = box_open.starts_with(key16);
                  return has_secret && ours ? std::optional(box_secret) : std::nullopt;
                },
                [this](const std::string& doc) { return doc == "none" ? nullptr : &rubric; }});
  }
};

Event sealed_event(const SheetKey& key, const SheetKey& inside) {
  const auto box = seal_box(boxed_text(inside, a_sheet(4, 3, "fine")), sheet_bytes, box_open,
                            std::string(64, 'c'));
  Event event = sheet_event(key, *box);
  event.fields.push_back({"key", box_open.substr(0, 16)});
  return event;
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("readable and sealed sheets come to the same") {
    const Envelopes envelopes;
    const SheetKey key = sheet_key("b", "pa");
    Event readable = sheet_event(key, "C1=4;C2=3");
    readable.fields.push_back({"note", "fine"});
    for (const Event& event : {readable, sealed_event(key, key)}) {
      const OpenedReview opened = envelopes.open({event});
      REQUIRE(opened.sheets.size() == 1);
      CHECK(opened.sheets[0].total == Rational(72));
      CHECK(opened.sheets[0].comment == "fine");
      CHECK(opened.sheets[0].reviewers == "heads");
    }
  }

  TEST_CASE("without the key a sealed sheet stays closed") {
    Envelopes envelopes;
    envelopes.has_secret = false;
    const SheetKey key = sheet_key("b", "pa");
    const OpenedReview opened = envelopes.open({sealed_event(key, key)});
    CHECK(opened.sheets.empty());
    CHECK(opened.locked == std::vector<std::string>{"2026Q4/b/pa"});
  }

  TEST_CASE("a box copied from another line, scores of no rubric and nonsense are damaged") {
    const Envelopes envelopes;
    Event lost = sheet_event(sheet_key("c", "pa"), "C1=4;C2=3");
    lost.fields[1].value = "none";
    const OpenedReview opened =
        envelopes.open({lost, sheet_event(sheet_key("a", "pb"), "C1=9;C2=3"),
                        sheet_event(sheet_key("a", "pc"), "x")});
    CHECK(opened.sheets.empty());
    CHECK(opened.damaged.size() == 3);
    const auto copied =
        envelopes.open({sealed_event(sheet_key("b", "pc"), sheet_key("b", "pa"))}).damaged;
    CHECK(copied == std::vector<std::string>{"2026Q4/b/pc"});
  }

  TEST_CASE(
      "sheets by strangers, about the own branch or handed in by nobody's right are left out") {
    const OpenedReview opened =
        Envelopes().open({sheet_event(sheet_key("b", "zz"), "C1=1;C2=1"),
                          sheet_event(sheet_key("b", "pb"), "C1=1;C2=1"),
                          sheet_event(sheet_key("b", "qa"), "C1=1;C2=1"),
                          sheet_event(sheet_key("b", "pa"), "C1=1;C2=1", "pc"),
                          sheet_event(sheet_key("b", "pc"), "C1=1;C2=1", "x")});
    CHECK(opened.not_entitled ==
          std::vector<std::string>{"2026Q4/b/pa", "2026Q4/b/pb", "2026Q4/b/qa", "2026Q4/b/zz"});
    REQUIRE(opened.sheets.size() == 1);
    CHECK(opened.sheets[0].person == "pc");
  }

  TEST_CASE("once one sheet is sealed, readable ones could be made up to work it out") {
    const SheetKey key = sheet_key("b", "pa");
    const OpenedReview opened =
        Envelopes().open({sealed_event(key, key), sheet_event(sheet_key("b", "pc"), "C1=4;C2=3")});
    CHECK(opened.sheets.size() == 1);
    CHECK(opened.in_the_open == std::vector<std::string>{"2026Q4/b/pc"});
  }

  TEST_CASE("a redacted comment is none, the scores still count") {
    Event event = sheet_event(sheet_key("b", "x"), "C1=4;C2=3");
    event.fields.push_back({"note", std::string(hidden_text)});
    const OpenedReview opened = Envelopes().open({event});
    REQUIRE(opened.sheets.size() == 1);
    CHECK(opened.sheets[0].comment == "");
    CHECK(opened.sheets[0].reviewers == "above");
  }

  TEST_CASE("sheets of two rubrics are said to be") {
    Event other = sheet_event(sheet_key("c", "pa"), "C1=4;C2=3");
    other.fields[1].value = "ffffffffffffffff";
    CHECK(
        Envelopes().open({sheet_event(sheet_key("b", "pa"), "C1=4;C2=3"), other}).several_rubrics);
  }
}
