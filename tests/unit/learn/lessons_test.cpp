#include "learn/lessons.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

struct LessonFixture {
  Organisation organisation = learning_organisation();
  Item dues;
  BranchCosts costs;
  std::map<std::string, OfferedCourse> courses = offered_courses();
  LearnState state;
  BranchPairs apart;

  LessonFixture() {
    dues.id = "DF-02";
    dues.title = {"按月交纳", "Paid monthly"};
    const auto fire = [](long score) {
      return LearningCost{nullptr, {}, Rational(score), Rational(100 - score), "fire", 3};
    };
    costs["a"] = {{&dues, "basic", 60, 5}, fire(40)};
    costs["b"] = {{&dues, "basic", Rational(955, 10), 0}, fire(50)};
    costs["c"] = {fire(90)};
  }
  std::vector<PlanRow> rows() const {
    return lesson_rows({organisation, costs, apart, state, courses});
  }
};

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("the strong teach the weak, each row with its lesson and the reason") {
    const LessonFixture fixture;
    const auto rows = fixture.rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].mutual == Mutual::learn);
    CHECK(rows[0].from == "b");
    CHECK(rows[0].to == "a");
    CHECK(rows[0].lesson == "basic/DF-02");
    CHECK(rows[0].note.zh == "按月交纳（60 → 96）");
    CHECK(rows[1].from == "c");
    CHECK(rows[1].to == "a");
    CHECK(rows[1].lesson == ":fire");
    CHECK(rows[1].note.en == "share of points in tests 40 → 90");
    CHECK(rows[2].to == "b");
  }

  TEST_CASE("who inspects in the planned quarter does not teach") {
    LessonFixture fixture;
    fixture.apart = {{"a", "b"}};
    CHECK(fixture.rows().size() == 2);
    for (const PlanRow& row : fixture.rows()) CHECK(row.from == "c");
  }

  TEST_CASE("lessons stand before the papers of a plan") {
    PlanFile plan;
    plan.rows = {{Mutual::check, "a", "b"}, {Mutual::test, "b", "c"}, {Mutual::test, "c", "a"}};
    add_lessons(plan, {{Mutual::learn, "c", "b"}});
    REQUIRE(plan.rows.size() == 4);
    CHECK(plan.rows[1].mutual == Mutual::learn);
    add_lessons(plan, {});
    CHECK(plan.rows.size() == 4);
  }

  TEST_CASE("what was paired is said, or why nothing was") {
    const Organisation organisation = learning_organisation();
    const Organisation alone = learning_organisation("{capacity: 0}");
    Organisation many = organisation;
    many.branches.resize(501, organisation.branches[0]);
    CHECK(plans_lessons(organisation));
    CHECK_FALSE(plans_lessons(alone));
    CHECK_FALSE(plans_lessons(many));
    CHECK(lessons_note({}, many).en == "learning: with more than 500 branches nobody is paired");
    CHECK(lessons_note({}, alone).en ==
          "learning: nobody is paired, as learn: capacity is 0 in sihu.yaml");
    CHECK(lessons_note({}, organisation).zh ==
          "互学：以前的季度没有检查和考试结果，没有配帮带支部");
    CHECK(lessons_note({Quarter{2026, 3}, {}}, organisation).zh ==
          "互学：按 2026Q3 的检查和考试没有可配的：一条低于 75 分、别的支部做到 85 "
          "分以上、又不互相检查的才配");
    CHECK(lessons_note({Quarter{2026, 3}, {{Mutual::learn, "a", "b"}}}, organisation).en ==
          "learning: by checks and tests of 2026Q3 the strong teach the weak 1 lesson");
  }
}
