// What three branches have to learn.
#pragma once

#include "report/todo_list.hpp"
#include "support/learning.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu::test {

struct TodoFixture {
  Organisation organisation = learning_organisation();
  Item dues;
  BranchCosts costs;
  std::map<BranchLesson, std::string> teachers{{{"a", "basic/DF-02"}, "b"}};
  std::vector<Practice> practices{{"c", "DF-02", "by hand", {}, "x", learn_day, 0},
                                  {"b", "DF-02", "by a list", {}, "x", learn_day, 1},
                                  {"c", "DF-02", "by phone", {}, "x", learn_day, 2}};
  std::map<std::string, OfferedCourse> courses = offered_courses();

  TodoFixture() {
    dues.id = "DF-02";
    dues.title = {"按月交纳", "Paid monthly"};
    courses.at("dues").course.items = {"DF-02"};
    costs["a"] = {{&dues, "basic", 60, 5}};
    costs["b"] = {{&dues, "basic", 100, 0}};
    costs["c"] = {{&dues, "basic", 80, Rational(5, 2)}};
  }
  LearnTodo todo(const std::string& branch) const {
    return {organisation, {2026, 4}, costs, teachers, practices, courses, branch};
  }
};

}  // namespace sihu::test
