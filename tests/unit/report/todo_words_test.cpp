#include "report/todo_words.hpp"

#include "support/todos.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a quarter without checks is said to have none") {
    TodoFixture fixture;
    fixture.costs.clear();
    CHECK(todo_words(fixture.todo("")).front().en ==
          "there are no checks and no tests of 2026Q4 to go by");
  }

  TEST_CASE("where nothing was lost there is no lesson, and it is said") {
    const TodoFixture fixture;
    const auto words = todo_words(fixture.todo("b"));
    REQUIRE(words.size() == 1);
    CHECK(words.front().en ==
          "nothing was lost in checks and tests of 2026Q4: they ask for no lesson");
    CHECK(todo_words(fixture.todo("a")).front().en.starts_with("cost is in points"));
  }

  TEST_CASE("what no branch does well is said") {
    TodoFixture fixture;
    const auto said = [&] {
      std::string text;
      for (const Phrase& words : todo_words(fixture.todo("a"))) text += words.en + '\n';
      return text;
    };
    CHECK(said().find("no branch has") == std::string::npos);
    fixture.costs["b"].front().score = 84;
    CHECK(said().find("somebody else has to teach it: DF-02\n") != std::string::npos);
    fixture.costs["a"].front().score = 75;  // that is no matter of teaching
    CHECK(said().find("no branch has") == std::string::npos);
  }

  TEST_CASE("lessons that nobody has time for are named, with what would change that") {
    const TodoFixture fixture;
    LearnTodo todo = fixture.todo("c");
    CHECK(todo_words(todo).size() == 1);
    todo.without_teacher[{"c", "basic/DF-02"}] = NoTeacher::all_busy;
    CHECK(todo_words(todo).back().en.starts_with(
        "whoever could teach it gives 2 lessons already: DF-02 of c; for more raise learn: "));
  }
}
