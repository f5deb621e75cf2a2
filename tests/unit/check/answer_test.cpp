#include "check/answer.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("check") {
  TEST_CASE("rules are read with and without a count") {
    CHECK(parse_rules("late") == std::vector<RuleUse>{{"late", 1}});
    CHECK(parse_rules("late*2;short") == std::vector<RuleUse>{{"late", 2}, {"short", 1}});
    CHECK(parse_rules(" late * 2 ; short ") == std::vector<RuleUse>{{"late", 2}, {"short", 1}});
    CHECK(parse_rules("")->empty());
  }

  TEST_CASE("rules that are none are not guessed") {
    for (const char* text : {"late*", "late*0", "late*-1", "late*1.5", "late*99999", "late 2", "*2",
                             "late**2", "迟", "late；short"})
      CHECK_MESSAGE(!parse_rules(text), text);
  }

  TEST_CASE("an answer comes back from its line as it was") {
    Answer given;
    given.verdict = Verdict::deduct;
    given.points = Rational(5, 2);
    given.rules = {{"late", 2}, {"short", 1}};
    given.existed = Existed::no;
    given.note = "八月未收缴";
    given.evidence = {"aa.pdf", "bb.jpg"};
    given.took = 41;
    Event event;
    event.fields = answer_fields(given);
    CHECK(answer_of(event) == given);
    CHECK(event.get("points") == "2.5");
    CHECK(event.get("rule") == "late*2;short");
  }

  TEST_CASE("a result of a newer program is no answer") {
    Event event;
    event.fields = {{"result", "postponed"}};
    CHECK_FALSE(answer_of(event).has_value());
  }

  TEST_CASE("answers judge alike whatever their notes say") {
    Answer a;
    Answer b;
    b.note = "看过收据";
    b.took = 3;
    CHECK(judges_alike(a, b));
    b.verdict = Verdict::fail;
    CHECK_FALSE(judges_alike(a, b));
  }

  TEST_CASE("an answer is described in both languages") {
    Answer given;
    given.verdict = Verdict::deduct;
    given.points = Rational(2);
    given.rules = {{"late", 2}};
    CHECK(describe(given) == Phrase{"扣 2 分（late*2）", "2 points off (late*2)"});
  }
}
