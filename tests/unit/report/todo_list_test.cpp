#include "report/todo_list.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

struct TodoFixture {
  Organisation organisation = learning_organisation();
  Item dues;
  std::map<std::string, std::vector<ItemCost>> costs;
  std::map<BranchItem, std::string> teachers{{{"a", "basic/DF-02"}, "b"}};
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

std::string csv_of(const LearnTodo& todo) {
  return render(todo_table(todo), Format::csv, {Lang::en});
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("what lost points is listed with its teacher, his practice and the course") {
    const TodoFixture fixture;
    const std::string head =
        "branch,branch_name,rank,kind,item,title,checklist,score,cost,teacher,teacher_name,"
        "practice,"
        "practice_of,courses\n";
    CHECK(csv_of(fixture.todo("a")) ==
          head + "a,A,1,item,DF-02,Paid monthly,basic,60.00,5.00,b,B,by a list,b,dues\n");
    // nobody teaches it, so the newest practice of anybody is shown
    CHECK(csv_of(fixture.todo("c")) ==
          head + "c,C,1,item,DF-02,Paid monthly,basic,80.00,2.50,,,by phone,c,dues\n");
    CHECK(csv_of(fixture.todo("b")) == head);  // nothing was lost there
  }

  TEST_CASE("a person has the own needs first") {
    const TodoFixture fixture;
    LearnTodo todo = fixture.todo("c");
    const LearnState none;
    for (const LearnerYear& one : learning_in({fixture.organisation, none, 2026, learn_day}))
      if (one.person->id == "nn") todo.learner = one;
    const std::string rows = csv_of(todo);
    const auto boarding = rows.find("c,C,,onboarding,,\"on-boarding, by 2027-02-10\"");
    const auto hours = rows.find("c,C,,hours,,\"13.33 h more this year, of 13.33\"");
    CHECK(boarding != std::string::npos);
    CHECK(hours != std::string::npos);
    CHECK(boarding < hours);
    CHECK(hours < rows.find(",item,DF-02"));
  }

  TEST_CASE("a quarter without checks is said to have none") {
    TodoFixture fixture;
    fixture.costs.clear();
    CHECK(todo_words(fixture.todo("")).front().en == "there are no checks of 2026Q4 to go by");
  }
}
