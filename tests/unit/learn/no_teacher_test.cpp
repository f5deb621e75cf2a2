#include "learn/no_teacher.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

LearningCost topic_cost(const std::string& topic, long score) {
  return {nullptr, {}, Rational(score), Rational(100 - score), topic, 1};
}

// The codes of what branch a has no teacher for, by topic.
std::string reasons_at_a(const BranchCosts& costs, const BranchPairs& apart = {},
                         const std::string& learn = "{capacity: 9}",
                         const PlanFile* plan = nullptr) {
  const Organisation organisation = learning_organisation(learn);
  const LearnState state;
  const auto courses = offered_courses();
  const TeacherScene scene{organisation, costs, apart, state, courses, plan};
  std::string codes;
  for (const auto& [lesson, reason] : without_teacher(scene, find_teachers(scene)))
    if (lesson.first == "a") codes += lesson.second + '=' + std::string(to_string(reason)) + ' ';
  return codes;
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("what has a teacher needs no reason") {
    CHECK(reasons_at_a({{"a", {topic_cost("x", 0)}}, {"b", {topic_cost("x", 100)}}}).empty());
  }

  TEST_CASE("enough was earned, nobody does it well, or who does inspects") {
    CHECK(reasons_at_a({{"a", {topic_cost("x", 75)}}, {"b", {topic_cost("x", 100)}}}) ==
          ":x=well-enough ");
    CHECK(reasons_at_a({{"a", {topic_cost("x", 0)}}, {"b", {topic_cost("x", 84)}}}) ==
          ":x=nobody ");
    CHECK(reasons_at_a({{"a", {topic_cost("x", 0)}}, {"b", {topic_cost("x", 100)}}},
                       {{"a", "b"}}) == ":x=apart ");
  }

  TEST_CASE("three dearer lessons come first, and who teaches all it can is busy") {
    const BranchCosts costs{
        {"a", {topic_cost("p", 0), topic_cost("q", 10), topic_cost("r", 20), topic_cost("s", 30)}},
        {"b",
         {topic_cost("p", 100), topic_cost("q", 100), topic_cost("r", 100), topic_cost("s", 100)}}};
    CHECK(reasons_at_a(costs) == ":s=dearer-first ");
    CHECK(reasons_at_a(costs, {}, "{capacity: 1}") == ":q=all-busy :r=all-busy :s=dearer-first ");
    CHECK(reasons_at_a({{"a", {topic_cost("x", 0)}}, {"b", {topic_cost("x", 100)}}}, {},
                       "{capacity: 0}") == ":x=switched-off ");
  }

  TEST_CASE("a row of the plan is one of the three, and one of those that its teacher gives") {
    PlanFile plan;
    plan.rows = {{Mutual::learn, "b", "a"}};
    plan.rows.back().lesson = ":q";
    const BranchCosts costs{{"a", {topic_cost("p", 0), topic_cost("q", 10)}},
                            {"b", {topic_cost("p", 100), topic_cost("q", 100)}}};
    CHECK(reasons_at_a(costs, {}, "{capacity: 1}", &plan) == ":p=all-busy ");
  }

  TEST_CASE("people ask whoever does it well, so that only two reasons are left") {
    const Organisation organisation = learning_organisation("{capacity: 0}");
    const LearnState state;
    const auto courses = offered_courses();
    const BranchPairs apart{{"a", "b"}};
    const BranchCosts costs{{"a", {topic_cost("x", 0), topic_cost("y", 0), topic_cost("z", 0)}},
                            {"b", {topic_cost("x", 100)}},
                            {"c", {topic_cost("z", 100)}}};
    const TeacherScene scene{organisation, costs, apart, state, courses};
    std::map<BranchLesson, std::string> teachers;
    add_askable(scene, "a", teachers);
    CHECK(without_anybody_to_ask(scene, "a", teachers) ==
          std::map<BranchLesson, NoTeacher>{{{"a", ":x"}, NoTeacher::apart},
                                            {{"a", ":y"}, NoTeacher::nobody}});
  }

  TEST_CASE("every reason has a code of its own, and words in brackets") {
    std::set<std::string_view> codes;
    for (const NoTeacher reason :
         {NoTeacher::well_enough, NoTeacher::nobody, NoTeacher::apart, NoTeacher::dearer_first,
          NoTeacher::all_busy, NoTeacher::switched_off, NoTeacher::too_many}) {
      codes.insert(to_string(reason));
      CHECK(phrase(wording(reason)).en.starts_with('('));
    }
    CHECK(codes.size() == 7);
  }
}
