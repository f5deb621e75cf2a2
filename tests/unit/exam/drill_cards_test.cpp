#include "exam/drill_cards.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const Date monday(2026, 12, 21);

DrillCard card_of(const std::vector<DrillAnswer>& answers, Date today,
                  const std::vector<MissedQuestion>& missed = {}) {
  return drill_cards(missed, answers, today).at("base/S-1");
}

DrillAnswer answer_on(Date on, bool right) {
  return {on, "base/S-1", right, 5};
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("notes are read back, and half a line is none") {
    const DrillAnswer first{monday, "base/S-1", true, 12};
    const DrillAnswer second{monday, "base/M-1", false, 0};
    const std::string text =
        drill_note(first) + drill_finished_note(monday) + drill_note(second) + "2026-12-21 base/B";
    CHECK(drill_note(first) == "2026-12-21 base/S-1 right 12\n");
    const DrillNotes notes = read_drill_notes(text);
    CHECK(notes.answers == std::vector<DrillAnswer>{first, second});
    CHECK(notes.finished == 1);
    CHECK(notes.open_from == 1);
    CHECK(read_drill_notes("nonsense\n2026-12-21 x maybe 3\n2026-12-21 x right -3\n\n")
              .answers.empty());
  }

  TEST_CASE("right answers come again later and later, a wrong one tomorrow") {
    CHECK(card_of({answer_on(monday, false)}, monday) == DrillCard{1, monday + 1});
    CHECK(card_of({answer_on(monday, true)}, monday) == DrillCard{2, monday + 3});
    CHECK(card_of({answer_on(monday, true), answer_on(monday + 3, true)}, monday + 3) ==
          DrillCard{3, monday + 10});
    CHECK(card_of({answer_on(monday, true), answer_on(monday + 3, false)}, monday + 3) ==
          DrillCard{1, monday + 4});
  }

  TEST_CASE("what is missed at a test is due at once, and again after it was learnt") {
    const std::vector<MissedQuestion> missed{{"base/S-1", monday}};
    CHECK(card_of({}, monday + 2, missed) == DrillCard{1, monday});
    CHECK(card_of({answer_on(monday - 5, true)}, monday, missed) == DrillCard{1, monday});
    CHECK(card_of({answer_on(monday, true)}, monday, missed) == DrillCard{2, monday + 3});
  }

  TEST_CASE("a clock that was wrong puts nothing off") {
    const Date far = monday + 4000;
    CHECK(card_of({answer_on(far, true)}, monday) == DrillCard{1, monday});
    CHECK(card_of({answer_on(far, true), answer_on(monday, true)}, monday).due <= monday + 3);
    // Asked again under a right clock, it is put off like any other.
    CHECK(card_of({answer_on(far, true), answer_on(monday, true)}, monday) ==
          DrillCard{2, monday + 3});
    CHECK(card_of({answer_on(far, true), answer_on(monday, false)}, monday) ==
          DrillCard{1, monday + 1});
    // Missed at a test meanwhile.
    CHECK(card_of({answer_on(far, true)}, monday, {{"base/S-1", monday}}) == DrillCard{1, monday});
    // Turned back meanwhile: it is asked sooner, and that is all.
    CHECK(card_of({answer_on(monday, true), answer_on(monday - 100, true)}, monday).due <=
          monday + 7);
  }
}
