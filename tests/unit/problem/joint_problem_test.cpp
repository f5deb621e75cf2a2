#include "problem/joint_problem.hpp"

#include "problem/twins.hpp"
#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const Date visit(2026, 10, 12);

Problem found(const char* device, Date opened, Date due = Date(2026, 11, 2)) {
  Problem problem = a_problem();
  problem.device = device;
  problem.id = std::string("26Q4-zb05-") + device + "-17";
  problem.opened = opened;
  problem.due = problem.agreed_due = problem.original_due = due;
  return problem;
}

void hand_in(Problem& problem, Date day, const char* person = "p006") {
  problem.status = Status::submitted;
  problem.submitted = day;
  problem.submitted_by = person;
  problem.ever_submitted = true;
}

void close(Problem& problem, Date handed_in, Date day, const char* by = "p001") {
  hand_in(problem, handed_in);
  problem.status = Status::closed;
  problem.closed = day;
  problem.closed_at = Zone{}.at(day, 9);
  problem.closed_by = by;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("who finds it too cuts no time, changes no name, and is a finder") {
    Problem first = found("aaaaaa", visit, Date(2026, 11, 4));
    Problem second = found("bbbbbb", visit + 1, Date(2026, 11, 2));
    second.inspecting_branch = "zb07";
    second.evidence = {"b.jpg"};
    second.severity = Severity::critical;
    const Problem one = joint_problem({&first, &second});
    CHECK(one.id == first.id);
    CHECK(one.due == first.due);
    CHECK(one.status == Status::open);
    CHECK(one.severity == Severity::critical);
    CHECK(one.found_by == std::vector<std::string>{"zb07"});
    CHECK(one.evidence == second.evidence);
    CHECK(one.findings.size() == 2);
  }

  TEST_CASE("of findings that stand the one that was handed in counts, the earlier of two") {
    Problem first = found("aaaaaa", visit);
    Problem second = found("bbbbbb", visit + 1);
    second.status = Status::disputed;
    CHECK(joint_problem({&first, &second}).status == Status::open);
    first.status = Status::disputed;
    CHECK(joint_problem({&first, &second}).status == Status::disputed);
    hand_in(first, visit + 9, "p006");
    CHECK(joint_problem({&first, &second}).submitted_by == "p006");
    hand_in(second, visit + 8, "p005");
    const Problem one = joint_problem({&first, &second});
    CHECK(one.status == Status::submitted);
    CHECK(one.submitted == visit + 8);
    CHECK(one.submitted_by == "p005");
  }

  TEST_CASE("a visit that is entered late opens nothing that was closed after it") {
    Problem first = found("aaaaaa", visit);
    close(first, visit + 5, visit + 6);
    Problem late = found("bbbbbb", visit + 1);
    late.asked = ExtensionRequest{visit + 60, "p005", ""};
    const Problem one = joint_problem({&first, &late});
    CHECK(one.status == Status::closed);
    CHECK(one.closed == visit + 6);
    CHECK(one.submitted == visit + 5);
    CHECK_FALSE(one.asked);
    late.opened = late.recorded = visit + 6;  // on the same day the lines tell
    late.opened_at = Zone{}.at(visit + 6, 8);
    CHECK(joint_problem({&first, &late}).status == Status::closed);
    late.opened_at = Zone{}.at(visit + 6, 10);
    CHECK(joint_problem({&first, &late}).status == Status::open);
    late.recorded = visit + 20;  // entered late: nobody can tell, and it stays closed
    CHECK(joint_problem({&first, &late}).status == Status::closed);
  }

  TEST_CASE("what another inspection sent back since stands until it is closed again") {
    Problem first = found("aaaaaa", visit);
    close(first, visit + 5, visit + 6);
    Problem second = found("bbbbbb", visit + 1);
    second.sent_back = visit + 5;
    CHECK(joint_problem({&first, &second}).status == Status::closed);
    second.sent_back = visit + 6;
    CHECK(joint_problem({&first, &second}).status == Status::open);
    hand_in(second, visit + 7);
    CHECK(joint_problem({&first, &second}).status == Status::submitted);
    close(second, visit + 7, visit + 9, "p003");
    const Problem one = joint_problem({&first, &second});
    CHECK(one.closed == visit + 9);
    CHECK(one.submitted == visit + 7);
    CHECK(one.closed_by == "p003");
  }

  TEST_CASE("closed apart in two copies it was mended when the first saw it") {
    Problem first = found("aaaaaa", visit);
    Problem second = found("bbbbbb", visit + 1);
    close(first, visit + 5, visit + 6);
    close(second, visit + 20, visit + 30);
    CHECK(joint_problem({&first, &second}).closed == visit + 6);
    first.status = Status::open;  // a look-back reopened one of them
    first.sent_back = visit + 40;
    first.closed.reset();
    CHECK(joint_problem({&first, &second}).status == Status::open);
  }

  TEST_CASE("a dispute that nobody decided holds the closing") {
    Problem first = found("aaaaaa", visit);
    Problem second = found("bbbbbb", visit + 1);
    close(first, visit + 5, visit + 6);
    second.status = Status::disputed;
    CHECK(joint_problem({&first, &second}).status == Status::disputed);
    second.status = Status::open;  // upheld
    CHECK(joint_problem({&first, &second}).status == Status::closed);
  }

  TEST_CASE("an extension holds also when the finding that it was granted for is taken back") {
    Problem first = found("aaaaaa", visit, Date(2026, 11, 4));
    Problem withdrawn = found("bbbbbb", visit + 1);
    withdrawn.status = Status::withdrawn;
    withdrawn.due = Date(2026, 11, 20);
    withdrawn.extensions = 1;
    CHECK(joint_problem({&first}, {&withdrawn}).due == Date(2026, 11, 20));
    first.opened_at = Zone{}.at(visit, 9);
    withdrawn.opened_at = Zone{}.at(visit + 1, 9);
    withdrawn.withdrawn_at = Zone{}.at(visit + 5, 9);
    ProblemList list{{first, withdrawn}, {}};
    CHECK(join_twins(list).problems.at(0).due == Date(2026, 11, 20));
    CHECK(join_twins(list).problems.at(0).findings.empty());
    list.problems[0].opened_at = Zone{}.at(visit + 6, 9);  // found anew afterwards
    CHECK(join_twins(list).problems.at(0).due == Date(2026, 11, 4));
  }

  TEST_CASE("what was closed with another was handed in under that one's id") {
    Problem first = found("aaaaaa", visit);
    Problem second = found("bbbbbb", visit + 6);
    close(first, visit + 5, visit + 6);
    close(second, visit + 5, visit + 6);
    second.submitted.reset();
    second.submitted_by.clear();
    CHECK(joint_problem({&first, &second}).submitted == visit + 5);
  }

  TEST_CASE("an extension or a reopening of one of the findings holds for the problem") {
    Problem first = found("aaaaaa", visit, Date(2026, 11, 4));
    Problem second = found("bbbbbb", visit + 1, Date(2026, 11, 6));
    CHECK(joint_problem({&first, &second}).due == Date(2026, 11, 4));
    second.due = Date(2026, 11, 20);
    second.extensions = 1;
    CHECK(joint_problem({&first, &second}).due == Date(2026, 11, 20));
    CHECK(joint_problem({&first, &second}).agreed_due == Date(2026, 11, 6));
    second.extensions = 0;
    second.agreed_due = second.due;
    CHECK(joint_problem({&first, &second}).due == Date(2026, 11, 20));
    CHECK(joint_problem({&first, &second}).original_due == Date(2026, 11, 4));
  }
}
