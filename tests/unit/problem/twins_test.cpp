#include "problem/twins.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Problem found(const char* device, Date opened) {
  Problem problem = a_problem();
  problem.device = device;
  problem.id = std::string("26Q4-zb05-") + device + "-17";
  problem.opened = opened;
  return problem;
}

const Date first_day(2026, 10, 12);

std::string groups_of(const ProblemList& list) {
  std::string all;
  for (const Twins& twins : group_twins(list)) {
    all += all.empty() ? "" : " | ";
    for (const Problem* problem : twins) all += problem->device + " ";
  }
  return all;
}

Problem second_opening(const std::string& suffix, const std::string& item) {
  Problem problem = a_problem();
  problem.id = "26Q4-zb05-k7m2qx-17~" + suffix;
  problem.suffix_bytes = suffix.size() + 1;
  problem.item = item;
  problem.checklist = "dues";
  problem.duplicate_id = true;
  return problem;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("the same item found by two is one problem, the earlier stands for it") {
    ProblemList list{{found("aaaaaa", first_day + 1), found("bbbbbb", first_day)}, {}};
    CHECK(groups_of(list) == "bbbbbb aaaaaa ");
    const ProblemList joined = join_twins(list);
    REQUIRE(joined.problems.size() == 1);
    CHECK(joined.problems[0].id == "26Q4-zb05-bbbbbb-17");
    CHECK(joined.problems[0].also() == std::vector<std::string>{"26Q4-zb05-aaaaaa-17"});
    CHECK(joined.find("aaaaaa-17").value()->id == "26Q4-zb05-bbbbbb-17");
    CHECK(joined.find("17").value()->id == "26Q4-zb05-bbbbbb-17");
    CHECK(findings_named(joined.problems[0], "aaaaaa-17").at(0)->device == "aaaaaa");
    CHECK(findings_named(joined.problems[0], "17").size() == 2);
  }

  TEST_CASE(
      "another item, branch, checklist or quarter is another problem, and so is a withdrawn") {
    ProblemList list{{found("aaaaaa", first_day), found("bbbbbb", first_day)}, {}};
    Problem& other = list.problems[1];
    const Problem same = other;
    other.item = "DF-03";
    CHECK(join_twins(list).problems.size() == 2);
    other = same;
    other.branch = "zb06";
    CHECK(join_twins(list).problems.size() == 2);
    other = same;
    other.checklist = "basics";
    CHECK(join_twins(list).problems.size() == 2);
    other = same;
    other.quarter = {2026, 3};
    CHECK(join_twins(list).problems.size() == 2);
    other = same;
    other.status = Status::withdrawn;
    CHECK(groups_of(list) == "aaaaaa ");
  }

  TEST_CASE("what is found again after it was closed is another problem") {
    ProblemList list{{found("aaaaaa", first_day), found("bbbbbb", first_day + 3)}, {}};
    list.problems[0].status = Status::closed;
    list.problems[0].closed = first_day + 2;
    CHECK(join_twins(list).problems.size() == 2);
    list.problems[0].closed = first_day + 3;  // on one day the lines tell, or nobody can
    list.problems[0].closed_at = Zone{}.at(first_day + 3, 8);
    list.problems[1].opened_at = Zone{}.at(first_day + 3, 9);
    list.problems[1].recorded = first_day + 3;
    CHECK(join_twins(list).problems.size() == 2);
    list.problems[0].closed_at = Zone{}.at(first_day + 3, 10);
    CHECK(join_twins(list).problems.size() == 1);
    list.problems[0].closed_at = Zone{}.at(first_day + 3, 8);
    list.problems[1].recorded = first_day + 9;
    CHECK(join_twins(list).problems.size() == 1);
  }

  TEST_CASE("the first recorded stands for them, whichever visit was earlier") {
    ProblemList list{{found("aaaaaa", first_day), found("bbbbbb", first_day + 3)}, {}};
    list.problems[0].opened_at = Zone{}.at(first_day + 20, 9);  // entered late
    list.problems[1].opened_at = Zone{}.at(first_day + 3, 9);
    CHECK(groups_of(list) == "bbbbbb aaaaaa ");
    CHECK(join_twins(list).problems.at(0).id == "26Q4-zb05-bbbbbb-17");
  }

  TEST_CASE("an id that was opened twice stays two problems until one is withdrawn") {
    ProblemList list{{found("aaaaaa", first_day), found("aaaaaa", first_day)}, {}};
    for (Problem& problem : list.problems) problem.duplicate_id = true;
    CHECK(join_twins(list).problems.size() == 2);
  }

  TEST_CASE("a recurrence names the first id") {
    ProblemList list{{found("aaaaaa", first_day), found("bbbbbb", first_day)}, {}};
    Problem later = found("aaaaaa", first_day + 90);
    later.quarter = {2027, 1};
    later.id = "27Q1-zb05-aaaaaa-18";
    later.recurrence_of = "26Q4-zb05-bbbbbb-17";
    list.problems.push_back(later);
    CHECK(join_twins(list).problems[1].recurrence_of == "26Q4-zb05-aaaaaa-17");
  }

  TEST_CASE("of two openings of one fault one is withdrawn: the one with which less was done") {
    ProblemList list{{second_opening("91d0", "DF-02"), second_opening("a3b4", "DF-02")}, {}};
    list.problems[1].status = Status::submitted;
    const auto twice = opened_twice(list);
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].subject == "26Q4-zb05-k7m2qx-17");
    CHECK(twice[0].is_one_fault());
    CHECK(twice[0].advice().in(Lang::en) ==
          "compare them and withdraw one: sihu rectify withdraw 26Q4-zb05-k7m2qx-17~91d0 --reason "
          "TEXT");
  }

  TEST_CASE("openings of different faults are both kept: one is entered anew") {
    const ProblemList list{
        {second_opening("91d0", "DF-02"), second_opening("a3b4", "DF-04"), a_problem()}, {}};
    const auto twice = opened_twice(list);
    REQUIRE(twice.size() == 1);
    CHECK_FALSE(twice[0].is_one_fault());
    const std::string said = twice[0].advice().in(Lang::en);
    CHECK(said.find("both are to stay") != std::string::npos);
    CHECK(said.find("withdraw 26Q4-zb05-k7m2qx-17~a3b4") != std::string::npos);
    CHECK(said.find("answer DF-04 as failed again") != std::string::npos);
  }
}
