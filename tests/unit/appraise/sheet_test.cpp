#include "appraise/sheet.hpp"

#include "support/appraisals.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

const Checklist& seven() {
  static const Checklist checklist = appraised_checklist();
  return checklist;
}

AppraiseSheet sheet_of(const AppraiseState& state, const FilledMarks& filled = {},
                       const QuartersScore& quarters = {}) {
  static const AppraiseRules rules;
  return appraise_sheet({seven(), rules, state.find("pa"), &filled, &quarters}, nullptr,
                        appraised_half);
}

}  // namespace

TEST_SUITE("appraise") {
  TEST_CASE("what does not apply leaves its area, which is rescaled, the total is of all areas") {
    const auto state =
        appraised({score_event("pa", "x", "A-01", "15"), score_event("pa", "x", "A-02", "na"),
                   score_event("pa", "x", "B-01", "40")});
    const AppraiseSheet sheet = sheet_of(state);
    CHECK(sheet.complete());
    CHECK(sheet.areas[0].earned == Rational(30));
    CHECK(sheet.areas[0].applicable == Rational(30));
    CHECK(sheet.total == Rational(70));
    CHECK(sheet.coverage == Rational(7, 10));
  }

  TEST_CASE("an area of which nothing applies leaves the sum") {
    const auto state =
        appraised({score_event("pa", "x", "A-01", "15"), score_event("pa", "x", "A-02", "30"),
                   score_event("pa", "x", "B-01", "na")});
    CHECK(sheet_of(state).total == Rational(75));
  }

  TEST_CASE("what is missing is no 0, and the total is provisional") {
    const auto state = appraised({score_event("pa", "x", "A-01", "30")});
    const AppraiseSheet sheet = sheet_of(state);
    CHECK(sheet.total == Rational(100));
    CHECK(sheet.done == 1);
    CHECK(sheet.asked == 3);
    CHECK(sheet.provisional());
    CHECK_FALSE(sheet_of(appraised({})).total);
  }

  TEST_CASE(
      "results of the quarters stand before marks by hand, and scorers who differ give none") {
    const auto state =
        appraised({score_event("pa", "x", "A-01", "30"), score_event("pa", "x", "A-02", "1"),
                   score_event("pa", "lb", "A-02", "2")});
    FilledMarks filled;
    filled["A-01"] = {AppraiseSource::test, {Rational(6)}, {}, {}};
    const AppraiseSheet sheet = sheet_of(state, filled);
    CHECK(sheet.find("A-01")->origin == MarkOrigin::filled);
    CHECK(sheet.find("A-01")->mark->points == Rational(6));
    CHECK(sheet.find("A-02")->origin == MarkOrigin::differs);
    CHECK(sheet.differing == 1);
  }

  TEST_CASE("the quarters weigh a fifth where they apply, and nothing where they don't") {
    const auto state =
        appraised({score_event("pa", "x", "A-01", "30"), score_event("pa", "x", "A-02", "30"),
                   score_event("pa", "x", "B-01", "20")});
    QuartersScore quarters;
    quarters.mean = 60;
    CHECK(sheet_of(state).total == Rational(80));
    CHECK(sheet_of(state, {}, quarters).total == Rational(76));
  }

  TEST_CASE("the own score is summed up beside, and counts for nothing") {
    const auto own = [](const char* item, Field mark) {
      return appraise_event("self", "pa", "pa", {{"item", item}, std::move(mark)});
    };
    const auto some = sheet_of(appraised({own("A-01", {"points", "30"})}));
    CHECK(some.self_done == 1);
    CHECK_FALSE(some.self_score);
    const auto state =
        appraised({own("A-01", {"points", "30"}), own("A-02", {"result", "na"}),
                   own("B-01", {"points", "20"}), score_event("pa", "x", "A-01", "0"),
                   score_event("pa", "x", "A-02", "0"), score_event("pa", "x", "B-01", "0")});
    CHECK(sheet_of(state).self_score == Rational(80));
    CHECK(sheet_of(state).total == Rational(0));
  }

  TEST_CASE("a mark above the item's points, as of an older checklist, is none") {
    CHECK(sheet_of(appraised({score_event("pa", "x", "A-01", "31")})).done == 0);
  }

  TEST_CASE("what was published stands, but for what an appeal changed") {
    const auto state = appraised({publish_event(), result_event("pa", "A-01=10;A-02=20;B-01=40"),
                                  appraise_event("appeal", "pa", "pa", {{"note", "n"}}),
                                  decide_event("pa", "A-01", "30")});
    FilledMarks filled;
    filled["B-01"] = {AppraiseSource::test, {Rational(0)}, {}, {}};
    const AppraiseSheet sheet = sheet_of(state, filled);
    CHECK(sheet.find("A-01")->origin == MarkOrigin::appeal);
    CHECK(sheet.find("B-01")->mark->points == Rational(40));
    CHECK(sheet.total == Rational(90));
  }
}
