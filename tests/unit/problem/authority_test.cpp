#include "problem/authority.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// The role under which `id` may take `step`, or the names of the rules against it.
std::string may(const Problem& problem, StepName step, const std::string& id) {
  const Organisation organisation = an_organisation();
  const Workdays workdays = a_calendar();
  const auto role = authority_for(problem, step, *organisation.find_person(id),
                                  {organisation, workdays, Date(2026, 10, 20)});
  if (role) return std::string(to_string(*role));
  std::string names;
  for (const Fault& fault : role.error().faults) names += (names.empty() ? "" : " ") + fault.name;
  CHECK(role.error().kind == Kind::refused);
  return names;
}

Problem submitted() {
  Problem problem = a_problem();
  problem.status = Status::submitted;
  problem.submitted = Date(2026, 10, 19);
  problem.submitted_by = "p006";
  return problem;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("anybody may leave a note") {
    for (const char* id : {"p001", "p005", "p008", "p900"})
      CHECK(may(a_problem(), StepName::note, id) == "member");
  }

  TEST_CASE("the answering branch's secretary and the committee assign") {
    CHECK(may(a_problem(), StepName::assign, "p005") == "secretary");
    CHECK(may(a_problem(), StepName::assign, "p900") == "committee");
    CHECK(may(a_problem(), StepName::assign, "p006") == "may-not-assign");
    CHECK(may(a_problem(), StepName::assign, "p001") == "may-not-assign");
  }

  TEST_CASE("anybody of the answering branch submits, and nobody else but the owner") {
    CHECK(may(a_problem(), StepName::submit, "p005") == "secretary");
    CHECK(may(a_problem(), StepName::submit, "p006") == "member");
    CHECK(may(a_problem(), StepName::submit, "p001") == "not-of-answering-branch");
    CHECK(may(a_problem(), StepName::submit, "p900") == "not-of-answering-branch");
    Problem problem = a_problem();
    problem.owner = "p008";
    CHECK(may(problem, StepName::submit, "p008") == "member");
  }

  TEST_CASE("secretary and owner ask for extensions and dispute") {
    for (const StepName step : {StepName::extend, StepName::dispute}) {
      CHECK(may(a_problem(), step, "p005") == "secretary");
      CHECK(may(a_problem(), step, "p006") == "not-answering");
      CHECK(may(a_problem(), step, "p900") == "not-answering");
      Problem problem = a_problem();
      problem.owner = "p006";
      CHECK(may(problem, step, "p006") == "member");
    }
  }

  TEST_CASE("the inspecting branch and the committee verify and reject") {
    for (const StepName step : {StepName::verify, StepName::reject}) {
      CHECK(may(submitted(), step, "p001") == "inspector");
      CHECK(may(submitted(), step, "p002") == "leader");
      CHECK(may(submitted(), step, "p900") == "committee");
      CHECK(may(submitted(), step, "p003") == "not-inspecting");
      CHECK(may(submitted(), step, "p004") == "not-inspecting");
      CHECK(may(submitted(), step, "p008") == "not-inspecting");
    }
  }

  TEST_CASE("of what several branches found each may verify, and nobody else's people") {
    Problem problem = submitted();
    problem.found_by = {"zb07"};
    for (const StepName step : {StepName::verify, StepName::reject}) {
      CHECK(may(problem, step, "p001") == "inspector");
      CHECK(may(problem, step, "p003") == "inspector");
      // A finding is its finders' to take back; whether it holds any leader may judge.
      CHECK(may(problem, step, "p004") ==
            (step == StepName::withdraw ? "not-own-inspection" : "leader"));
      CHECK(may(problem, step, "p005").find("answering-branch-may-not-decide") !=
            std::string::npos);
    }
    problem.found_by = {"zb05"};
    CHECK(may(problem, StepName::verify, "p003") == "not-inspecting");
  }

  TEST_CASE("never the answering branch, the owner or the submitter verifies") {
    CHECK(may(submitted(), StepName::verify, "p005") ==
          "answering-branch-may-not-decide owner-may-not-verify");
    CHECK(may(submitted(), StepName::verify, "p006") ==
          "answering-branch-may-not-decide submitter-may-not-verify");
    // Not even a member of the committee who belongs to the branch.
    CHECK(may(submitted(), StepName::verify, "p007") == "answering-branch-may-not-decide");
    Problem problem = submitted();
    problem.owner = "p900";
    CHECK(may(problem, StepName::verify, "p900") == "owner-may-not-verify");
    problem = submitted();
    problem.submitted_by = "p001";
    CHECK(may(problem, StepName::verify, "p001") == "submitter-may-not-verify");
  }

  TEST_CASE("what the committee found only the committee verifies") {
    Problem problem = submitted();
    problem.inspecting_branch.clear();
    CHECK(may(problem, StepName::verify, "p900") == "committee");
    CHECK(may(problem, StepName::verify, "p001") == "not-inspecting");
  }

  TEST_CASE("an extension is decided by another, entitled person") {
    Problem problem = a_problem();
    problem.asked = ExtensionRequest{Date(2026, 11, 1), "p005", "x"};
    CHECK(may(problem, StepName::grant, "p900") == "committee");
    CHECK(may(problem, StepName::refuse, "p001") == "not-entitled");
    CHECK(may(problem, StepName::grant, "p007") == "answering-branch-may-not-decide");
    CHECK(may(problem, StepName::grant, "p005") ==
          "answering-branch-may-not-decide own-extension not-entitled");
    problem.asked->by = "p900";
    CHECK(may(problem, StepName::grant, "p900") == "own-extension");
  }

  TEST_CASE("a role of a branch decides on extensions only where its branch inspected") {
    Organisation organisation = an_organisation();
    organisation.rectification.extensions_by = {RoleName::inspector};
    const Workdays workdays = a_calendar();
    const Judgement judgement{organisation, workdays, Date(2026, 10, 20)};
    CHECK(
        authority_for(a_problem(), StepName::grant, *organisation.find_person("p001"), judgement));
    CHECK_FALSE(
        authority_for(a_problem(), StepName::grant, *organisation.find_person("p003"), judgement));
  }

  TEST_CASE("committee and leaders settle disputes, not the disputer nor the answering branch") {
    Problem problem = a_problem();
    problem.status = Status::disputed;
    problem.disputed_by = "p005";
    for (const StepName step : {StepName::uphold, StepName::withdraw}) {
      CHECK(may(problem, step, "p900") == "committee");
      CHECK(may(problem, step, "p002") == "leader");
      // A finding is its finders' to take back; whether it holds any leader may judge.
      CHECK(may(problem, step, "p004") ==
            (step == StepName::withdraw ? "not-own-inspection" : "leader"));
      CHECK(may(problem, step, "p001") == "not-entitled");
      CHECK(may(problem, step, "p007") == "answering-branch-may-not-decide");
    }
    problem.disputed_by = "p900";
    CHECK(may(problem, StepName::uphold, "p900") == "own-dispute");
  }

  TEST_CASE("the inspecting branch and the committee look back") {
    CHECK(may(a_problem(), StepName::reopen, "p001") == "inspector");
    CHECK(may(a_problem(), StepName::reopen, "p900") == "committee");
    CHECK(may(a_problem(), StepName::reopen, "p005") == "answering-branch-may-not-decide");
    CHECK(may(a_problem(), StepName::reopen, "p003") == "not-inspecting");
  }

  TEST_CASE("a role counts on its days only") {
    Organisation organisation = an_organisation();
    for (Person& person : organisation.people)
      if (person.id == "p001") person.roles.front().until = Date(2026, 10, 19);
    const Workdays workdays = a_calendar();
    const Person& person = *organisation.find_person("p001");
    CHECK(authority_for(submitted(), StepName::verify, person,
                        {organisation, workdays, Date(2026, 10, 19)}));
    CHECK_FALSE(authority_for(submitted(), StepName::verify, person,
                              {organisation, workdays, Date(2026, 10, 20)}));
  }

  TEST_CASE("a refusal says who, why and what the rule is") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const auto refused =
        authority_for(submitted(), StepName::verify, *organisation.find_person("p003"),
                      {organisation, workdays, Date(2026, 10, 20)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().faults.front().what.zh ==
          "孙三既不是检查支部第三党支部的检查员或组长，也不是委员会");
    CHECK(refused.error().faults.front().what.en ==
          "Sun is neither an inspector or leader of Branch Three, which inspected, nor of the "
          "committee");
  }
}
