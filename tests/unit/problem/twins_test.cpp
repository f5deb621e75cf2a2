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

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("the same item found by two is one problem, the earlier stands for it") {
    ProblemList list{{found("aaaaaa", first_day + 1), found("bbbbbb", first_day)}, {}};
    CHECK(groups_of(list) == "bbbbbb aaaaaa ");
    const TwinIds ids = twin_ids(list);
    CHECK(ids.at("26Q4-zb05-aaaaaa-17") == std::vector<std::string>{"26Q4-zb05-bbbbbb-17"});
    CHECK(ids.at("26Q4-zb05-bbbbbb-17") == std::vector<std::string>{"26Q4-zb05-aaaaaa-17"});
  }

  TEST_CASE(
      "another item, branch, checklist or quarter is another problem, and so is a withdrawn") {
    ProblemList list{{found("aaaaaa", first_day), found("bbbbbb", first_day)}, {}};
    Problem& other = list.problems[1];
    const Problem same = other;
    other.item = "DF-03";
    CHECK(twin_ids(list).empty());
    other = same;
    other.branch = "zb06";
    CHECK(twin_ids(list).empty());
    other = same;
    other.checklist = "basics";
    CHECK(twin_ids(list).empty());
    other = same;
    other.quarter = {2026, 3};
    CHECK(twin_ids(list).empty());
    other = same;
    other.status = Status::withdrawn;
    CHECK(groups_of(list) == "aaaaaa ");
  }

  TEST_CASE("what is found again after it was closed is another problem") {
    ProblemList list{{found("aaaaaa", first_day), found("bbbbbb", first_day + 3)}, {}};
    list.problems[0].status = Status::closed;
    list.problems[0].closed = first_day + 2;
    CHECK(twin_ids(list).empty());
    list.problems[0].closed = first_day + 3;
    CHECK(twin_ids(list).size() == 2);
    list.problems[1].device = "aaaaaa";  // one workspace opens nothing twice
    CHECK(twin_ids(list).empty());
  }

  TEST_CASE("as one they are due with the first, and rectified once a verifier closed either") {
    Problem early = found("aaaaaa", first_day);
    Problem late = found("bbbbbb", first_day + 1);
    early.due = Date(2026, 11, 4);
    late.due = Date(2026, 11, 2);
    Problem one = as_one_problem({&early, &late});
    CHECK(one.id == early.id);
    CHECK(one.due == late.due);
    CHECK(one.status == Status::open);
    late.status = Status::submitted;
    late.submitted = Date(2026, 10, 30);
    CHECK(as_one_problem({&early, &late}).status == Status::submitted);
    early.status = Status::closed;
    early.submitted = Date(2026, 10, 31);
    early.closed = Date(2026, 11, 1);
    one = as_one_problem({&early, &late});
    CHECK(one.status == Status::closed);
    CHECK(one.submitted == early.submitted);
    late.status = Status::closed;
    late.closed = Date(2026, 10, 31);
    one = as_one_problem({&early, &late});
    CHECK(one.submitted == late.submitted);
    CHECK(one.closed == late.closed);
  }
}
