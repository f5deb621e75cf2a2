#include "learn/teachers.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::vector<Item>& taught_items() {
  static const std::vector<Item> items = [] {
    std::vector<Item> all(5);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].id = "I-" + std::to_string(i);
    return all;
  }();
  return items;
}

LearningCost cost_of(std::size_t item, long score) {
  return {&taught_items()[item], "dues", Rational(score), Rational(100 - score)};
}

std::map<BranchLesson, std::string> teachers_of(const BranchCosts& costs,
                                                const BranchPairs& apart = {},
                                                const std::string& learn = "{}",
                                                const LearnState& state = {}) {
  const Organisation organisation = learning_organisation(learn);
  auto courses = offered_courses();
  courses.at("dues").course.items = {"I-0"};
  return find_teachers({organisation, costs, apart, state, courses});
}

const BranchLesson first_at_a{"a", "dues/I-0"};

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("a branch learns from one that does it well, and not from one that does it so so") {
    CHECK(
        teachers_of({{"a", {cost_of(0, 20)}}, {"b", {cost_of(0, 80)}}, {"c", {cost_of(0, 100)}}}) ==
        std::map<BranchLesson, std::string>{{first_at_a, "c"}});
    CHECK(teachers_of({{"a", {cost_of(0, 20)}}, {"b", {cost_of(0, 80)}}}).empty());
    CHECK(teachers_of({{"a", {cost_of(0, 75)}}, {"b", {cost_of(0, 100)}}}).empty());
  }

  TEST_CASE("who inspects does not teach, either way") {
    const BranchCosts costs{
        {"a", {cost_of(0, 20)}}, {"b", {cost_of(0, 100)}}, {"c", {cost_of(0, 90)}}};
    CHECK(teachers_of(costs, {{"a", "b"}}).at(first_at_a) == "c");
    CHECK(teachers_of(costs, {{"a", "b"}, {"a", "c"}}).empty());
  }

  TEST_CASE("nobody gives more lessons than sihu.yaml allows") {
    const BranchCosts costs{{"a", {cost_of(0, 0), cost_of(1, 0), cost_of(2, 0)}},
                            {"b", {cost_of(0, 100), cost_of(1, 100), cost_of(2, 100)}}};
    CHECK(teachers_of(costs).size() == 2);
    CHECK(teachers_of(costs, {}, "{capacity: 3}").size() == 3);
    CHECK(teachers_of(costs, {}, "{capacity: 0}").empty());
  }

  TEST_CASE("of what a branch lost the dearest items that somebody can teach get a teacher") {
    const BranchCosts costs{
        {"a", {cost_of(0, 0), cost_of(1, 10), cost_of(2, 20), cost_of(3, 30), cost_of(4, 40)}},
        {"b", {cost_of(1, 100), cost_of(2, 100), cost_of(3, 100), cost_of(4, 100)}}};
    const auto teachers = teachers_of(costs, {}, "{capacity: 9}");
    CHECK(teachers.size() == 3);
    CHECK(teachers.contains({"a", "dues/I-1"}));
    CHECK(teachers.contains({"a", "dues/I-3"}));
    CHECK_FALSE(teachers.contains({"a", "dues/I-4"}));
  }

  TEST_CASE("people may ask about what their branch has no teacher for, whoever does it best") {
    const Organisation organisation = learning_organisation();
    const auto courses = offered_courses();
    const BranchCosts costs{{"a", {cost_of(0, 20), cost_of(1, 95)}},
                            {"b", {cost_of(0, 90), cost_of(1, 100), cost_of(2, 80)}},
                            {"c", {cost_of(0, 100)}}};
    const LearnState state;
    const auto askable = [&](const BranchPairs& apart) {
      std::map<BranchLesson, std::string> teachers;
      add_askable({organisation, costs, apart, state, courses}, "a", teachers);
      return teachers;
    };
    CHECK(askable({}) == std::map<BranchLesson, std::string>{{first_at_a, "c"}});
    CHECK(askable({{"a", "c"}}).at(first_at_a) == "b");
    std::map<BranchLesson, std::string> teachers{{first_at_a, "b"}};
    const BranchPairs none;
    add_askable({organisation, costs, none, state, courses}, "a", teachers);
    CHECK(teachers.at(first_at_a) == "b");
  }

  TEST_CASE("the rows of a plan stand, count as lessons, and leave the rest to be found") {
    const Organisation organisation = learning_organisation();
    const auto courses = offered_courses();
    const BranchCosts costs{{"a", {cost_of(0, 20), cost_of(1, 30)}},
                            {"b", {cost_of(0, 100), cost_of(1, 100)}},
                            {"c", {cost_of(0, 86)}}};
    const LearnState state;
    const BranchPairs none;
    PlanFile plan;
    const auto teachers = [&] {
      return find_teachers({organisation, costs, none, state, courses, &plan});
    };
    PlanRow row{Mutual::learn, "c", "a"};
    plan.rows = {row};  // names no lesson
    CHECK(planned_teachers(&plan).empty());
    CHECK(teachers().at(first_at_a) == "b");
    row.lesson = "dues/I-0";
    plan.rows = {row, {Mutual::check, "b", "a"}};
    CHECK(planned_teachers(&plan) == std::map<BranchLesson, std::string>{{first_at_a, "c"}});
    CHECK(teachers() ==
          std::map<BranchLesson, std::string>{{first_at_a, "c"}, {{"a", "dues/I-1"}, "b"}});
    // b gives its two lessons elsewhere
    plan.rows.clear();
    for (const char* lesson : {"dues/I-3", "dues/I-4"}) {
      plan.rows.push_back({Mutual::learn, "b", "c"});
      plan.rows.back().lesson = lesson;
    }
    CHECK(teachers().size() == 3);
    CHECK(teachers().at(first_at_a) == "c");
    CHECK(planned_teachers(nullptr).empty());
  }

  TEST_CASE("a teacher one had before gives way to another who is as good") {
    const BranchCosts costs{
        {"a", {cost_of(0, 20)}}, {"b", {cost_of(0, 100)}}, {"c", {cost_of(0, 100)}}};
    const std::string before = teachers_of(costs).at(first_at_a);
    const auto state = fold_learning(learning_ledger(
        {session_event({Date(2026, 10, 1), "dues", before}, "qa", "2", "", "exchange", before)}));
    CHECK(teachers_of(costs, {}, "{}", state).at(first_at_a) != before);
  }

  TEST_CASE("a topic is taught as an item is, and courses of the topic count as lessons in it") {
    const auto topic = [](long score) {
      return LearningCost{nullptr, {}, Rational(score), Rational(100 - score), "money", 1};
    };
    const BranchCosts costs{{"a", {topic(20)}}, {"b", {topic(100)}}, {"c", {topic(100)}}};
    const BranchLesson money{"a", topic_key("money")};
    const auto organisation = learning_organisation();
    auto courses = offered_courses();
    courses.at("dues").course.topic = "money";
    const auto teachers = find_teachers({organisation, costs, {}, LearnState{}, courses});
    REQUIRE(teachers.contains(money));
    const std::string before = teachers.at(money);
    const auto state = fold_learning(learning_ledger(
        {session_event({Date(2026, 10, 1), "dues", before}, "qa", "2", "", "exchange", before)}));
    CHECK(find_teachers({organisation, costs, {}, state, courses}).at(money) != before);
    CHECK(best_scores(costs).at(topic_key("money")) == Rational(100));
  }

  TEST_CASE("who inspects whom is what the plan says and what was done") {
    PlanFile plan;
    plan.rows = {{Mutual::check, "b", "a"}, {Mutual::review, "c", "a"}};
    CHECK(inspecting_pairs(&plan, {}, learning_organisation()) == BranchPairs{{"a", "b"}});
    CheckSummary check;
    check.key.branch = "a";
    GivenAnswer given;
    given.person = "pc";
    check.state.items["I-0"].standing.push_back(given);
    std::vector<CheckSummary> checks;
    checks.push_back(std::move(check));
    CHECK(inspecting_pairs(nullptr, checks, learning_organisation()) == BranchPairs{{"a", "c"}});
  }
}
