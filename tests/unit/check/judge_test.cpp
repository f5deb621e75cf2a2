#include "check/judge.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string objections(const Item& item, const Answer& given) {
  std::string names;
  for (const auto& objection : judge_answer(item, given))
    names += (names.empty() ? "" : " ") + objection.name;
  return names;
}

Answer with_points(Answer given, Rational points) {
  given.points = std::move(points);
  return given;
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("what a rule takes off is counted and capped") {
    const auto list = load_test_checklist(checklist_yaml);
    const auto& item = *list.find("A-1");
    CHECK(points_lost(item, answer("deduct", "late*2")) == Rational(2));
    CHECK(points_lost(item, answer("deduct", "late*9")) == Rational(3));
    CHECK(points_lost(item, answer("deduct", "late;short")) == Rational(7, 2));
    CHECK(points_lost(item, answer("deduct", "late*9;short")) == Rational(5));
    CHECK(points_lost(item, answer("deduct", "zero-1")) == Rational(5));
    CHECK(points_lost(item, answer("fail")) == Rational(5));
    CHECK(points_lost(item, answer("pass")).is_zero());
  }

  TEST_CASE("a target gives points in proportion") {
    const auto list = load_test_checklist(checklist_yaml);
    const auto& item = *list.find("A-3");
    CHECK(points_lost(item, answer("value", "3")).is_zero());
    CHECK(points_lost(item, answer("value", "7")).is_zero());
    CHECK(points_lost(item, answer("value", "1")) == Rational(2));
    CHECK(points_lost(item, answer("value", "0")) == Rational(3));
  }

  TEST_CASE("a target at most gives all or nothing, or in proportion above it") {
    Item item;
    item.points = 4;
    item.target = Target{{}, Rational(2), false, {}};
    CHECK(points_lost(item, answer("value", "2")).is_zero());
    CHECK(points_lost(item, answer("value", "2.01")) == Rational(4));
    item.target->proportional = true;
    CHECK(points_lost(item, answer("value", "4")) == Rational(2));
    item.target->at_most = Rational(0);
    CHECK(points_lost(item, answer("value", "1")) == Rational(4));
  }

  TEST_CASE("every misuse of a result is named") {
    const auto list = load_test_checklist(checklist_yaml);
    const auto& rules = *list.find("A-1");
    const auto& evidence = *list.find("A-2");
    const auto& target = *list.find("A-3");
    CHECK(objections(rules, answer("pass")).empty());
    CHECK(objections(rules, answer("deduct")) == "rule-missing");
    CHECK(objections(rules, answer("deduct", "lat")) == "unknown-rule");
    CHECK(objections(rules, answer("deduct", "short*2")) == "rule-counts-once");
    CHECK(objections(rules, answer("deduct", "late;late")) == "rule-twice");
    CHECK(objections(rules, answer("deduct", "zero-2")) == "unknown-rule");
    CHECK(objections(rules, answer("pass", "late")) == "rule-not-used");
    CHECK(objections(rules, answer("na")) == "note-missing");
    CHECK(objections(rules, answer("value", "3")) == "value-without-target");
    CHECK(objections(rules, with_points(answer("deduct"), 1)) == "note-missing");
    CHECK(objections(rules, with_points(answer("deduct", "", "缺一页"), 1)).empty());
    CHECK(objections(rules, with_points(answer("deduct", "", "缺一页"), 6)) == "points-over");
    CHECK(objections(rules, with_points(answer("deduct", "", "缺一页"), 0)) ==
          "points-not-positive");
    CHECK(objections(rules, with_points(answer("deduct", "late"), 2)) == "points-differ");
    CHECK(objections(rules, with_points(answer("fail"), 2)) == "points-differ");
    CHECK(objections(rules, with_points(answer("pass"), 2)) == "points-not-used");
    CHECK(objections(evidence, answer("pass")) == "evidence-missing");
    CHECK(objections(evidence, answer("fail")).empty());
    CHECK(objections(target, answer("pass")) == "value-needed");
    CHECK(objections(target, answer("value")) == "value-missing");
    CHECK(objections(target, answer("value", "-1")) == "value-negative");
    CHECK(objections(target, answer("fail")).empty());
    CHECK(objections(rules, answer("fail", "", std::string(max_note_bytes + 1, 'x'))) ==
          "note-too-long");
  }

  TEST_CASE("an unknown rule is answered with the nearest one") {
    const auto list = load_test_checklist(checklist_yaml);
    const auto found = judge_answer(*list.find("A-1"), answer("deduct", "lat"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].hint.en == "did you mean late?");
  }

  TEST_CASE("an answer is completed with points and with the rules in the checklist's order") {
    const auto list = load_test_checklist(checklist_yaml);
    const auto done = completed(*list.find("A-1"), answer("deduct", "short;late*2"));
    CHECK(to_string(done.rules) == "late*2;short");
    CHECK(done.points == Rational(9, 2));
    CHECK(completed(*list.find("A-1"), answer("fail")).points == Rational(5));
    CHECK_FALSE(completed(*list.find("V-1"), answer("fail")).points.has_value());
  }

  TEST_CASE("a failed veto item is a finding although it has no points") {
    const auto list = load_test_checklist(checklist_yaml);
    CHECK(is_finding(*list.find("V-1"), answer("fail")));
    CHECK_FALSE(is_finding(*list.find("V-1"), answer("pass")));
  }
}
