#include "problem/due.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const Date due(2026, 10, 27);  // a Tuesday

Lateness late(const Problem& problem, Date today) {
  return lateness(problem, today, an_organisation().rectification, a_calendar());
}

Problem submitted_on(Date day) {
  Problem problem = a_problem();
  problem.status = Status::submitted;
  problem.submitted = day;
  problem.submitted_by = "p005";
  return problem;
}

std::vector<std::string> ask(const Problem& problem, DueRow::Why why,
                             std::optional<RoleName> step = {}) {
  return whom_to_ask(problem, why, step, due, an_organisation());
}

using Names = std::vector<std::string>;

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a problem is overdue from the day after its due date") {
    CHECK(late(a_problem(), due - 5).days_left == 5);
    CHECK(late(a_problem(), due).days_overdue == 0);
    CHECK(late(a_problem(), due).days_left == 0);
    CHECK(late(a_problem(), due + 1).days_overdue == 1);
    CHECK(late(a_problem(), due + 28).days_overdue == 28);
  }

  TEST_CASE("what was submitted by the due date is not overdue while it waits") {
    CHECK(late(submitted_on(due), due + 30).days_overdue == 0);
  }

  TEST_CASE("what was submitted late stays overdue until it is closed") {
    Problem problem = submitted_on(due + 1);
    CHECK(late(problem, due + 2).days_overdue == 2);
    CHECK(late(problem, due + 30).days_verifier_late == 0);
    problem.status = Status::closed;
    CHECK(late(problem, due + 30).days_overdue == 0);
  }

  TEST_CASE("a disputed problem stays overdue, a withdrawn one never is") {
    Problem problem = a_problem();
    problem.status = Status::disputed;
    CHECK(late(problem, due + 3).days_overdue == 3);
    problem.status = Status::withdrawn;
    CHECK(late(problem, due + 3).days_overdue == 0);
  }

  TEST_CASE("an extension moves the day from which a problem is overdue") {
    Problem problem = a_problem();
    problem.due = due + 9;
    CHECK(late(problem, due + 9).days_overdue == 0);
    CHECK(late(problem, due + 10).days_overdue == 1);
  }

  TEST_CASE("the verifier has so many working days from the submission") {
    Problem problem = submitted_on(due);
    CHECK(late(problem, due).verify_by == Date(2026, 11, 3));
    CHECK(late(problem, Date(2026, 11, 3)).days_verifier_late == 0);
    CHECK(late(problem, Date(2026, 11, 5)).days_verifier_late == 2);
  }

  TEST_CASE("where somebody else has to move, they are asked and not the branch") {
    Problem problem = submitted_on(due + 1);
    CHECK(late(problem, due + 2).verify_by == Date(2026, 11, 4));
    const Names verifiers = ask(problem, DueRow::Why::overdue, RoleName::secretary);
    CHECK(verifiers == ask(submitted_on(due), DueRow::Why::verifier_late));
    problem = a_problem();
    problem.status = Status::disputed;
    CHECK(ask(problem, DueRow::Why::overdue, RoleName::secretary) !=
          ask(a_problem(), DueRow::Why::overdue, RoleName::secretary));
  }

  TEST_CASE("where a dispute waits beside what was submitted, who decides is asked") {
    Problem problem = submitted_on(due);
    Problem other = problem;
    other.status = Status::disputed;
    problem.findings = {problem, other};
    Problem disputed = a_problem();
    disputed.status = Status::disputed;
    const Names deciders = ask(disputed, DueRow::Why::due_soon);
    CHECK(ask(problem, DueRow::Why::verifier_late) == deciders);
    const Organisation organisation = an_organisation();
    Asker asker(due, organisation);
    CHECK(asker.ask(submitted_on(due), DueRow::Why::verifier_late, {}) != deciders);
    CHECK(asker.ask(problem, DueRow::Why::verifier_late, {}) == deciders);
  }

  TEST_CASE("the highest step of escalation that was reached holds") {
    CHECK_FALSE(late(a_problem(), due).step);
    CHECK(late(a_problem(), due + 1).step == RoleName::secretary);
    CHECK(late(a_problem(), due + 6).step == RoleName::secretary);
    CHECK(late(a_problem(), due + 7).step == RoleName::committee);
  }

  TEST_CASE("whom to ask follows the step, and goes on where a role is vacant") {
    CHECK(ask(a_problem(), DueRow::Why::due_soon) == Names{"p005"});
    CHECK(ask(a_problem(), DueRow::Why::overdue, RoleName::secretary) == Names{"p005"});
    CHECK(ask(a_problem(), DueRow::Why::overdue, RoleName::committee) == Names{"p007", "p900"});
    CHECK(ask(a_problem(), DueRow::Why::overdue, RoleName::leader) == Names{"p002", "p004"});
    CHECK(ask(a_problem(), DueRow::Why::verifier_late) == Names{"p001"});
    Problem problem = a_problem();
    problem.owner = "p404";
    CHECK(ask(problem, DueRow::Why::overdue) == Names{"p005"});
    problem.branch = "zb07";
    CHECK(ask(problem, DueRow::Why::overdue) == Names{"p007", "p900"});
    problem.inspecting_branch.clear();
    CHECK(ask(problem, DueRow::Why::verifier_late) == Names{"p007", "p900"});
  }

  TEST_CASE("whoever may decide on an extension is asked, and the branch as well") {
    Problem problem = a_problem();
    problem.asked = ExtensionRequest{due + 5, "p005", "对账单未到"};
    // p007 is of the committee, and of the branch that answers.
    CHECK(ask(problem, DueRow::Why::due_soon) == Names{"p900", "p005"});
    CHECK(ask(problem, DueRow::Why::overdue, RoleName::committee) == Names{"p900", "p007"});
    Organisation organisation = an_organisation();
    organisation.rectification.extensions_by = {RoleName::leader};
    CHECK(whom_to_ask(problem, DueRow::Why::due_soon, {}, due, organisation) ==
          Names{"p002", "p004", "p005"});
    problem.status = Status::submitted;
    CHECK(ask(problem, DueRow::Why::overdue) == Names{"p001"});
  }

  TEST_CASE("the list is in the order of urgency") {
    ProblemList list;
    const auto add = [&](int serial, Status status, Date due_date, Severity severity) {
      Problem problem = status == Status::submitted ? submitted_on(due_date) : a_problem();
      problem.id = "26Q4-zb05-k7m2qx-" + std::to_string(serial);
      problem.status = status;
      problem.due = due_date;
      problem.severity = severity;
      list.problems.push_back(problem);
    };
    add(1, Status::open, due + 3, Severity::general);
    add(2, Status::open, due - 2, Severity::minor);
    add(3, Status::open, due - 2, Severity::critical);
    add(4, Status::open, due - 9, Severity::minor);
    add(5, Status::submitted, due - 20, Severity::general);
    add(6, Status::open, due, Severity::general);
    add(7, Status::open, due + 8, Severity::general);
    add(8, Status::closed, due - 9, Severity::general);
    add(9, Status::submitted, due, Severity::general);
    std::string order;
    for (const DueRow& row : due_rows(list, due, 7, an_organisation(), a_calendar()))
      order += row.problem->id.back();
    CHECK(order == "432561");
  }
}
