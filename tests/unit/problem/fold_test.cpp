#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string id = "26Q4-zb05-k7m2qx-17";
const Date day(2026, 10, 20);

const Problem& only(const ProblemList& list) {
  REQUIRE(list.problems.size() == 1);
  return list.problems.front();
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a life from opening to closing") {
    Offices offices;
    const auto opened = offices.open(id);
    const auto submitted = offices.tell("mmmmmm", "p005", "problem.submit", id,
                                        {{"after", opened}, {"evidence", "a.jpg;b.jpg"}}, day);
    const auto closed = offices.tell("k7m2qx", "p001", "problem.verify", id,
                                     {{"after", submitted}, {"evidence", "b.jpg;c.jpg"}}, day + 1);
    const auto list = offices.fold();
    const Problem& problem = only(list);
    CHECK(problem.status == Status::closed);
    CHECK(problem.id == id);
    CHECK(problem.owner == "p005");
    CHECK(problem.inspecting_branch == "zb03");
    CHECK(problem.submitted == day);
    CHECK(problem.closed == day + 1);
    CHECK(problem.closed_by == "p001");
    CHECK(problem.last_check == closed);
    CHECK(problem.evidence == std::vector<std::string>{"a.jpg", "b.jpg", "c.jpg"});
    CHECK(problem.history.size() == 3);
    CHECK(list.waiting.empty());
  }

  TEST_CASE("of two steps on the same line the stronger applies, whichever came first") {
    Offices offices;
    const auto opened = offices.open(id);
    offices.tell("aaaaaa", "p900", "problem.withdraw", id, {{"after", opened}}, day);
    offices.tell("bbbbbb", "p005", "problem.submit", id, {{"after", opened}}, day + 1);
    const auto list = offices.fold();
    const Problem& problem = only(list);
    CHECK(problem.status == Status::submitted);
    REQUIRE(problem.history.size() == 3);
    CHECK_FALSE(problem.history[1].applied);
    CHECK(problem.history[1].why_not.zh ==
          "与 ledger/2026Q4/zb03.bbbbbb.tsv:2 同时发生，以那一行为准");
  }

  TEST_CASE("of two equal steps the earlier line applies, and what rests on the other does not") {
    Offices offices;
    const auto opened = offices.open(id);
    const auto first =
        offices.tell("aaaaaa", "p005", "problem.submit", id, {{"after", opened}}, day);
    const auto second =
        offices.tell("bbbbbb", "p006", "problem.submit", id, {{"after", opened}}, day);
    offices.tell("bbbbbb", "p001", "problem.verify", id, {{"after", second}}, day + 1);
    const auto list = offices.fold();
    CHECK(only(list).status == Status::submitted);
    CHECK(only(list).submitted_by == "p005");
    CHECK(only(list).last_check == first);
    CHECK(only(list).history[3].why_not.en ==
          "it rests on ledger/2026Q4/zb03.bbbbbb.tsv:2, which does not apply");
  }

  TEST_CASE("a step that the state forbids displaces nothing") {
    Offices offices;
    const auto opened = offices.open(id);
    offices.tell("aaaaaa", "p001", "problem.reopen", id, {{"after", opened}, {"due", "2026-12-01"}},
                 day);
    offices.tell("bbbbbb", "p005", "problem.submit", id, {{"after", opened}}, day);
    CHECK(only(offices.fold()).status == Status::submitted);
  }

  TEST_CASE("a note rides along and displaces nothing") {
    Offices offices;
    const auto opened = offices.open(id);
    const auto note =
        offices.tell("aaaaaa", "p008", "problem.note", id, {{"after", opened}, {"note", "x"}}, day);
    offices.tell("bbbbbb", "p005", "problem.submit", id, {{"after", note}}, day);
    offices.tell("cccccc", "p005", "problem.dispute", id, {{"after", opened}}, day);
    const auto list = offices.fold();
    // Submission and dispute both rest on the opening: the note between changes nothing.
    CHECK(only(list).status == Status::disputed);
    CHECK(only(list).history[1].applied);
  }

  TEST_CASE("an extension that is granted holds, whatever the branch did meanwhile") {
    Offices offices;
    const auto opened = offices.open(id);
    const auto asked = offices.tell("bbbbbb", "p005", "problem.extend", id,
                                    {{"after", opened}, {"due", "2026-12-01"}, {"note", "x"}}, day);
    offices.tell("aaaaaa", "p900", "problem.grant", id, {{"after", asked}, {"due", "2026-11-25"}},
                 day + 1);
    const auto submitted =
        offices.tell("bbbbbb", "p005", "problem.submit", id, {{"after", asked}}, day + 2);
    offices.tell("cccccc", "p900", "problem.refuse", id, {{"after", asked}, {"note", "no"}},
                 day + 3);
    offices.tell("k7m2qx", "p001", "problem.verify", id, {{"after", submitted}}, day + 4);
    const auto list = offices.fold();
    CHECK(only(list).status == Status::closed);
    CHECK(only(list).due == Date(2026, 11, 25));
    CHECK(only(list).extensions == 1);
    CHECK(only(list).history[2].applied);
    CHECK_FALSE(only(list).history[4].applied);  // of two decisions the first
  }

  TEST_CASE("the newest note on what applies is what the next line names") {
    Offices offices;
    const auto opened = offices.open(id);
    const auto note =
        offices.tell("aaaaaa", "p008", "problem.note", id, {{"after", opened}, {"note", "x"}}, day);
    CHECK(only(offices.fold()).last_check == note);
  }

  TEST_CASE("an event from a newer sihu is kept and carries what rests on it") {
    Offices offices;
    const auto opened = offices.open(id);
    const auto newer =
        offices.tell("aaaaaa", "p008", "problem.photograph", id, {{"after", opened}}, day);
    offices.tell("bbbbbb", "p005", "problem.submit", id, {{"after", newer}}, day);
    const auto list = offices.fold();
    CHECK(only(list).status == Status::submitted);
    CHECK_FALSE(only(list).history[1].applied);
  }

  TEST_CASE("what comes before its opening, or rests on an unknown line, waits") {
    Offices offices;
    offices.tell("aaaaaa", "p005", "problem.submit", id, {{"after", "0123456789abcdef"}}, day);
    CHECK(offices.fold().problems.empty());
    CHECK(offices.fold().waiting.size() == 1);
    offices.open(id);
    CHECK(only(offices.fold()).status == Status::open);
    CHECK(offices.fold().waiting.size() == 1);
    const auto list = offices.fold();
    const auto& history = only(list).history;
    REQUIRE(history.size() == 2);
    CHECK_FALSE(history[0].waiting);
    CHECK(history[1].waiting);
    CHECK_FALSE(history[1].applied);
  }

  TEST_CASE("two openings of one id stay two problems, each with its own life") {
    Offices offices;
    const auto one = offices.open(id);
    const auto two = offices.open(id, "mmmmmm");
    offices.tell("aaaaaa", "p005", "problem.submit", id, {{"after", two}}, day);
    auto list = offices.fold();
    REQUIRE(list.problems.size() == 2);
    for (const Problem& problem : list.problems) {
      const std::string& own = problem.status == Status::submitted ? two : one;
      CHECK(problem.id == id + "~" + own.substr(0, 4));
      CHECK(problem.subject() == id);
      CHECK(problem.duplicate_id);
    }
    offices.tell("aaaaaa", "p900", "problem.withdraw", id, {{"after", one}}, day + 1);
    list = offices.fold();
    CHECK_FALSE(list.problems[0].duplicate_id);
    CHECK_FALSE(list.problems[1].duplicate_id);
  }

  TEST_CASE("the same item failing in a later quarter is a recurrence") {
    Offices offices;
    const auto first = offices.open("26Q2-zb05-k7m2qx-1");
    offices.open("26Q3-zb05-k7m2qx-2");
    offices.open("26Q3-zb05-mmmmmm-1", "mmmmmm");
    offices.open("26Q4-zb05-k7m2qx-3");
    offices.open("26Q4-zb07-k7m2qx-4");
    auto list = offices.fold();
    REQUIRE(list.problems.size() == 5);
    CHECK(list.problems[0].recurrence_of.empty());
    CHECK(list.problems[1].recurrence_of == "26Q2-zb05-k7m2qx-1");
    CHECK(list.problems[2].recurrence_of == "26Q2-zb05-k7m2qx-1");
    CHECK(list.problems[3].recurrence_of == "26Q3-zb05-mmmmmm-1");
    CHECK(list.problems[4].recurrence_of.empty());
    offices.tell("k7m2qx", "p900", "problem.withdraw", "26Q2-zb05-k7m2qx-1", {{"after", first}},
                 day);
    CHECK(offices.fold().problems[1].recurrence_of.empty());
  }

  TEST_CASE("problems stand in the order of quarter, branch, device and number") {
    Offices offices;
    offices.open("26Q4-zb05-k7m2qx-10");
    offices.open("26Q4-zb05-k7m2qx-9");
    offices.open("26Q3-zb07-k7m2qx-8");
    const auto list = offices.fold();
    CHECK(list.problems[0].id == "26Q3-zb07-k7m2qx-8");
    CHECK(list.problems[1].id == "26Q4-zb05-k7m2qx-9");
    CHECK(list.problems[2].id == "26Q4-zb05-k7m2qx-10");
  }
}
