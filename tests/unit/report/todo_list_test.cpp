#include "report/todo_list.hpp"

#include "report/todo_words.hpp"
#include "support/todos.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

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
        "practice_of,courses,best,planned,no_teacher\n";
    CHECK(csv_of(fixture.todo("a")) ==
          head +
              "a,A,1,item,DF-02,Paid monthly,basic,60.00,5.00,b,B,by a list,b,dues,100.00,no,\n");
    // nobody teaches it, so the newest practice of another branch is shown
    CHECK(
        csv_of(fixture.todo("c")) ==
        head +
            "c,C,1,item,DF-02,Paid monthly,basic,80.00,2.50,,,by a list,b,dues,100.00,no,nobody\n");
    CHECK(csv_of(fixture.todo("b")) == head);  // nothing was lost there
  }

  TEST_CASE("a practice is of the teacher, or of another branch that does not do it badly") {
    TodoFixture fixture;
    const auto practice_of = [&](const std::string& branch) {
      const std::string rows = csv_of(fixture.todo(branch));
      return rows.substr(rows.find('\n') + 1);
    };
    fixture.practices = {{"c", "DF-02", "by phone", {}, "x", learn_day, 0},
                         {"a", "DF-02", "the own", {}, "x", learn_day, 1}};
    CHECK(practice_of("a").find(",b,B,,,dues") != std::string::npos);  // c has 80
    fixture.costs["c"] = {{&fixture.dues, "basic", 90, 1}};
    CHECK(practice_of("a").find(",b,B,by phone,c,dues") != std::string::npos);
  }

  TEST_CASE("what the plan has a branch learn is marked, also where results say nothing of it") {
    const TodoFixture fixture;
    PlanFile plan;
    plan.quarter = {2026, 4};
    const auto teach = [&](const std::string& lesson, const Phrase& note) {
      plan.rows.push_back({Mutual::learn, "b", "a", note, lesson});
    };
    teach("basic/DF-02", {});
    teach("basic/DW-01", same("Registers (40 → 90)"));
    teach(":fire", {});
    teach("", {});
    LearnTodo todo = fixture.todo("a");
    todo.plan = &plan;
    const std::string rows = csv_of(todo);
    CHECK(rows.substr(rows.find('\n') + 1) ==
          "a,A,1,item,DF-02,Paid monthly,basic,60.00,5.00,b,B,by a list,b,dues,100.00,yes,\n"
          "a,A,2,item,DW-01,Registers (40 → 90),basic,,,b,B,,,,,yes,\n"
          "a,A,3,topic,fire,,,,,b,B,,,,,yes,\n"
          "a,A,4,pair,,,,,,b,B,,,,,yes,\n");
    CHECK(todo_words(todo).front().en ==
          "teachers are those of plans/2026Q4.yaml, for what it leaves open others");
    LearnTodo other = fixture.todo("c");
    other.plan = &plan;
    CHECK(todo_words(other).front().en.starts_with("cost is in points"));
  }

  TEST_CASE("where a lesson has no teacher people read why, and programs have a code") {
    const TodoFixture fixture;
    LearnTodo todo = fixture.todo("c");
    todo.without_teacher[{"c", "basic/DF-02"}] = NoTeacher::all_busy;
    CHECK(csv_of(todo).find(",100.00,no,all-busy\n") != std::string::npos);
    CHECK(render(todo_table(todo), Format::table, {Lang::en}).find("(all busy)") !=
          std::string::npos);
    CHECK(render(todo_table(fixture.todo("a")), Format::table, {Lang::zh}).find("（") ==
          std::string::npos);
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

  TEST_CASE("topics of tests stand among the items, with practices and courses of the topic") {
    TodoFixture fixture;
    fixture.courses.at("dues").course.topic = "money";
    add_costs(fixture.costs["a"], {{nullptr, {}, 40, 9, "money", 3}});
    add_costs(fixture.costs["b"], {{nullptr, {}, 90, 1, "money", 1}});
    fixture.teachers[{"a", topic_key("money")}] = "b";
    const std::string rows = csv_of(fixture.todo("a"));
    const auto topic = rows.find(
        "a,A,1,topic,money,3 questions missed,,40.00,9.00,b,B,by a list,b,dues,90.00,no,\n");
    REQUIRE(topic != std::string::npos);
    CHECK(topic < rows.find("a,A,2,item,DF-02"));
    CHECK(csv_of(fixture.todo("b")).find("b,B,1,topic,money,1 question missed") !=
          std::string::npos);
  }

  TEST_CASE("a person has the own topics, and learns from colleagues where the branch does well") {
    TodoFixture fixture;
    add_costs(fixture.costs["b"], {{nullptr, {}, 90, 1, "money", 1}});
    LearnTodo todo = fixture.todo("b");
    const LearnState none;
    for (const LearnerYear& one : learning_in({fixture.organisation, none, 2026, learn_day}))
      if (one.person->id == "qb") todo.learner = one;
    CHECK(csv_of(todo).find("topic") == std::string::npos);
    todo.own_topics = {{nullptr, {}, 30, 4, "money", 2}};
    CHECK(csv_of(todo).find("b,B,1,topic,money,2 questions missed,,30.00,4.00,b,B,") !=
          std::string::npos);
    CHECK(todo_words(todo).at(1).en.find("topics are by the own papers") == 0);
  }
}
