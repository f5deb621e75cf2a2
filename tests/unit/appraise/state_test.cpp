#include "appraise/state.hpp"

#include "support/appraisals.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::optional<Rational> standing(const AppraiseState& state, const std::string& item = "A-01") {
  const PersonAppraisal* file = state.find("pa");
  const AppraisedItem* said = file ? file->find(item) : nullptr;
  const RecordedMarkOfItem* mark = said ? said->standing() : nullptr;
  return mark ? mark->mark.points : std::nullopt;
}

Event appeal(const std::string& person) {
  return appraise_event("appeal", person, person, {{"note", "why"}});
}

}  // namespace

TEST_SUITE("appraise") {
  TEST_CASE("of each scorer the last mark counts, and two who differ leave none") {
    CHECK(standing(appraised({score_event("pa", "x", "A-01", "10"),
                              score_event("pa", "x", "A-01", "12")})) == Rational(12));
    const auto differing =
        appraised({score_event("pa", "x", "A-01", "10"), score_event("pa", "lb", "A-01", "12")});
    CHECK(differing.find("pa")->find("A-01")->differs());
    CHECK_FALSE(standing(differing));
    CHECK(standing(appraised({score_event("pa", "x", "A-01", "10"),
                              score_event("pa", "lb", "A-01", "12"),
                              score_event("pa", "x", "A-01", "12")})) == Rational(12));
  }

  TEST_CASE(
      "a decision stands before marks, also before later ones, and only the committee decides") {
    CHECK(
        standing(appraised({score_event("pa", "x", "A-01", "10"), decide_event("pa", "A-01", "11"),
                            score_event("pa", "lb", "A-01", "12")})) == Rational(11));
    CHECK(standing(appraised({score_event("pa", "x", "A-01", "10"),
                              decide_event("pa", "A-01", "11", "leader")})) == Rational(10));
  }

  TEST_CASE("the own score is kept beside, and nobody else gives it") {
    const auto state =
        appraised({appraise_event("self", "pa", "pa", {{"item", "A-01"}, {"points", "30"}}),
                   appraise_event("self", "pa", "la", {{"item", "A-02"}, {"points", "30"}})});
    CHECK_FALSE(standing(state));
    CHECK(state.find("pa")->find("A-01")->self->mark.points == Rational(30));
    CHECK_FALSE(state.find("pa")->find("A-02"));
  }

  TEST_CASE("a veto without the number of a decision is none, and the last word counts") {
    const auto veto = [](const std::string& number, const std::string& result = "",
                         const std::string& role = "committee") {
      std::vector<Field> fields{{"reason", "r"}, {"role", role}};
      if (!number.empty()) fields.push_back({"number", number});
      if (!result.empty()) fields.push_back({"result", result});
      return appraise_event("veto", "pa", "x", fields);
    };
    CHECK_FALSE(appraised({veto("")}).find("pa")->veto);
    CHECK_FALSE(appraised({veto("3", "", "leader")}).find("pa")->veto);
    CHECK(appraised({veto("3")}).find("pa")->veto->number == "3");
    CHECK_FALSE(appraised({veto("3"), veto("4", "lifted")}).find("pa")->veto);
  }

  TEST_CASE("once published marks stand, and only a decision on an appeal changes one") {
    const auto before = score_event("pa", "x", "A-01", "10");
    const auto state = appraised({before, publish_event(), result_event("pa", "A-01=10"),
                                  score_event("pa", "x", "A-01", "30"),
                                  decide_event("pa", "A-01", "29"), publish_event()});
    const PersonAppraisal& file = *state.find("pa");
    CHECK(file.published->marks.at("A-01").points == Rational(10));
    CHECK(file.corrected.empty());
    CHECK(standing(state) == Rational(10));
    const auto appealed = appraised({before, publish_event(), result_event("pa", "A-01=10"),
                                     appeal("pa"), decide_event("pa", "A-01", "29"), appeal("pa")});
    CHECK(appealed.find("pa")->corrected.at("A-01").mark.points == Rational(29));
    CHECK(appealed.find("pa")->open_appeals() == 1);
    CHECK(appealed.find("pa")->appeals[0].decided);
  }

  TEST_CASE("a decision decides the appeals on its item, and changes no other item") {
    const auto against = [](const std::string& item) {
      return appraise_event("appeal", "pa", "pa", {{"note", "why"}, {"item", item}});
    };
    const auto state = appraised(
        {publish_event(), result_event("pa", "A-01=10;A-02=10;B-01=10"), against("A-01"),
         against("B-01"), decide_event("pa", "A-02", "29"), decide_event("pa", "B-01", "30")});
    const PersonAppraisal& file = *state.find("pa");
    CHECK(file.open_appeals() == 1);
    CHECK_FALSE(file.appeals[0].decided);
    CHECK(file.corrected.size() == 1);
    CHECK(file.corrected.at("B-01").mark.points == Rational(30));
    // Against the whole: decided by what nobody appealed against by itself.
    const auto whole = [&](const std::string& item) {
      return appraised({publish_event(), result_event("pa", "A-01=10"), against("A-01"),
                        appeal("pa"), decide_event("pa", item, "29")})
          .find("pa")
          ->appeals;
    };
    CHECK(whole("A-01")[0].decided);
    CHECK_FALSE(whole("A-01")[1].decided);
    CHECK_FALSE(whole("A-02")[0].decided);
    CHECK(whole("A-02")[1].decided);
  }

  TEST_CASE("results without a publication, by others, and appeals before it are none") {
    CHECK_FALSE(appraised({result_event("pa", "A-01=10")}).find("pa")->published);
    CHECK_FALSE(appraised({publish_event("leader")}).publication);
    const auto state = appraised({appeal("pa"), publish_event(),
                                  appraise_event("result", "pa", "la", {{"marks", "A-01=30"}})});
    CHECK(state.find("pa")->appeals.empty());
    CHECK_FALSE(state.find("pa")->published);
  }

  TEST_CASE("other half-years are left out") {
    Event other = score_event("pa", "x", "A-01", "10");
    other.subject = "2026H1/pa";
    CHECK(appraised({other}).people.empty());
  }
}
