#include "problem/life.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

Result<StepDecision> take(const Problem& problem, const Step& step, const std::string& id,
                          Date today = Date(2026, 10, 20)) {
  const Organisation organisation = an_organisation();
  const Workdays workdays = a_calendar();
  return take_step(problem, step, *organisation.find_person(id), {organisation, workdays, today});
}

// The names of all the faults, or what was recorded.
std::string outcome(const Result<StepDecision>& taken) {
  if (taken) return taken->draft.name;
  std::string names;
  for (const Fault& fault : taken.error().faults) names += (names.empty() ? "" : " ") + fault.name;
  return names;
}

std::string get(const Draft& draft, std::string_view key) {
  for (const Field& field : draft.fields)
    if (field.key == key) return field.value;
  return {};
}

Step a_step(StepName name, std::string note = "因为") {
  Step step;
  step.name = name;
  step.note = std::move(note);
  return step;
}

Step dated(StepName name, Date due) {
  Step step = a_step(name);
  step.due = due;
  return step;
}

Problem in(Status status) {
  Problem problem = a_problem();
  problem.status = status;
  if (status == Status::submitted || status == Status::closed) {
    problem.submitted = Date(2026, 10, 18);
    problem.submitted_by = "p006";
    problem.ever_submitted = true;
  }
  if (status == Status::closed) problem.closed = Date(2026, 10, 19);
  return problem;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a problem's life has these steps and no others") {
    using enum StepName;
    const std::map<Status, std::set<StepName>> life{
        {Status::open, {note, assign, extend, grant, refuse, submit, dispute, withdraw}},
        {Status::submitted, {note, assign, grant, refuse, verify, reject, withdraw}},
        {Status::disputed, {note, assign, grant, refuse, uphold, withdraw}},
        {Status::closed, {note, reopen}},
        {Status::withdrawn, {note}}};
    for (const auto& [status, steps] : life)
      for (int i = 0; i <= static_cast<int>(reopen); ++i) {
        const auto step = static_cast<StepName>(i);
        CHECK(next_status(status, step).has_value() == steps.contains(step));
      }
    CHECK(next_status(Status::submitted, reject) == Status::open);
    CHECK(next_status(Status::disputed, withdraw) == Status::withdrawn);
    CHECK(next_status(Status::closed, note) == Status::closed);
  }

  TEST_CASE("a step names the line it rests on and under which role it is taken") {
    const auto taken = take(a_problem(), a_step(StepName::submit), "p005");
    REQUIRE(taken);
    CHECK(taken->role == RoleName::secretary);
    CHECK(taken->draft.subject == "26Q4-zb05-k7m2qx-17");
    CHECK(get(taken->draft, "after") == "91d03be6a7cc4f02");
    CHECK(get(taken->draft, "note") == "因为");
  }

  TEST_CASE("a step on one of two openings goes to their common id") {
    Problem problem = a_problem();
    problem.id += "~91d0";
    problem.suffix_bytes = 5;
    CHECK(take(problem, a_step(StepName::submit), "p005")->draft.subject == "26Q4-zb05-k7m2qx-17");
  }

  TEST_CASE("what a step lacks is a matter of the command line") {
    for (const StepName name :
         {StepName::extend, StepName::refuse, StepName::reject, StepName::dispute, StepName::uphold,
          StepName::withdraw, StepName::reopen}) {
      const auto taken = take(a_problem(), a_step(name, ""), "p900");
      REQUIRE_FALSE(taken);
      CHECK(taken.error().kind == Kind::usage);
      CHECK(taken.error().faults.front().name == "note-missing");
    }
    CHECK(outcome(take(a_problem(), a_step(StepName::submit, ""), "p005")) ==
          "note-or-evidence-missing");
    CHECK(outcome(take(a_problem(), a_step(StepName::note, ""), "p005")) ==
          "note-or-evidence-missing");
    CHECK(outcome(take(a_problem(), a_step(StepName::assign), "p005")) == "person-missing");
    CHECK(outcome(take(a_problem(), a_step(StepName::extend), "p005")) == "due-missing");
  }

  TEST_CASE("a reason alone is the note, and beside a note stands for itself") {
    Step step = a_step(StepName::submit, "");
    step.reason = "纸质材料先到";
    CHECK(get(take(a_problem(), step, "p005")->draft, "note") == "纸质材料先到");
    step.note = "已补收";
    const auto taken = take(a_problem(), step, "p005");
    CHECK(get(taken->draft, "note") == "已补收");
    CHECK(get(taken->draft, "reason") == "纸质材料先到");
  }

  TEST_CASE("a step that the state forbids is refused with the state") {
    const auto taken = take(a_problem(), a_step(StepName::verify), "p001");
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == Kind::refused);
    CHECK(taken.error().faults.front().name == "step-not-possible");
    CHECK(taken.error().faults.front().what.zh ==
          "26Q4-zb05-k7m2qx-17 的状态是“待整改”，这一步不能进行：销号");
    CHECK(taken.error().faults.front().what.en ==
          "26Q4-zb05-k7m2qx-17 is open, which does not admit this step: verify and close");
  }

  TEST_CASE("a withdrawn problem admits only notes") {
    CHECK(outcome(take(in(Status::withdrawn), a_step(StepName::submit), "p005")) == "withdrawn");
    CHECK(outcome(take(in(Status::withdrawn), a_step(StepName::note), "p005")) == "problem.note");
  }

  TEST_CASE("the secretary assigns within the branch, the committee beyond it") {
    Step step = a_step(StepName::assign);
    step.to = "p006";
    CHECK(outcome(take(a_problem(), step, "p005")) == "problem.assign");
    step.to = "p001";
    CHECK(outcome(take(a_problem(), step, "p005")) == "assignee-of-other-branch");
    CHECK(outcome(take(a_problem(), step, "p900")) == "problem.assign");
    step.to = "p404";
    const auto taken = take(a_problem(), step, "p900");
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == Kind::input);
  }

  TEST_CASE("an extension is asked by the due date, once, and within the days allowed") {
    const Date due(2026, 10, 27);
    const auto ask = [](const Problem& problem, Date to, Date today) {
      return outcome(take(problem, dated(StepName::extend, to), "p005", today));
    };
    CHECK(ask(a_problem(), Date(2026, 11, 11), due) == "problem.extend");
    CHECK(ask(a_problem(), Date(2026, 11, 5), due + 1) == "extension-after-due");
    CHECK(ask(a_problem(), Date(2026, 11, 12), due) == "extension-too-long");
    CHECK(ask(a_problem(), due, due) == "extension-not-later");
    Problem problem = a_problem();
    problem.extensions = 1;
    CHECK(ask(problem, Date(2026, 11, 5), due) == "extensions-used-up");
    problem = a_problem();
    problem.asked = ExtensionRequest{Date(2026, 11, 1), "p005", "x"};
    CHECK(ask(problem, Date(2026, 11, 5), due) == "extension-pending");
  }

  TEST_CASE("entering a request later does not make it one that was in time") {
    Step step = dated(StepName::extend, Date(2026, 11, 5));
    step.on = Date(2026, 10, 26);
    step.reason = "当日无网络";
    CHECK(outcome(take(a_problem(), step, "p005", Date(2026, 10, 28))) == "extension-after-due");
  }

  TEST_CASE("a grant is for what was asked, or for another day within the rules") {
    CHECK(outcome(take(a_problem(), a_step(StepName::grant), "p900")) == "extension-not-asked");
    Problem problem = a_problem();
    problem.asked = ExtensionRequest{Date(2026, 11, 5), "p005", "x"};
    auto taken = take(problem, a_step(StepName::grant, ""), "p900");
    REQUIRE(taken);
    CHECK(get(taken->draft, "due") == "2026-11-05");
    taken = take(problem, dated(StepName::grant, Date(2026, 11, 1)), "p900");
    CHECK(get(taken->draft, "due") == "2026-11-01");
    CHECK(outcome(take(problem, dated(StepName::grant, Date(2026, 12, 1)), "p900")) ==
          "extension-too-long");
    CHECK(outcome(take(problem, a_step(StepName::refuse), "p900")) == "problem.refuse");
  }

  TEST_CASE("closing needs evidence or a reason") {
    Problem problem = in(Status::submitted);
    CHECK(outcome(take(problem, a_step(StepName::verify, ""), "p001")) == "nothing-to-close-by");
    CHECK(outcome(take(problem, a_step(StepName::verify, "已核对"), "p001")) == "problem.verify");
    problem.evidence = {"a.jpg"};
    CHECK(outcome(take(problem, a_step(StepName::verify, ""), "p001")) == "problem.verify");
  }

  TEST_CASE("a dispute comes before the submission") {
    CHECK(outcome(take(a_problem(), a_step(StepName::dispute), "p005")) == "problem.dispute");
    Problem problem = a_problem();
    problem.ever_submitted = true;
    CHECK(outcome(take(problem, a_step(StepName::dispute), "p005")) == "dispute-after-submission");
  }

  TEST_CASE("a reopening has a new due date, given or by the problem's own limit") {
    auto taken = take(in(Status::closed), a_step(StepName::reopen), "p001");
    REQUIRE(taken);
    CHECK(get(taken->draft, "due") == "2026-11-04");
    CHECK(get(taken->draft, "rule") == "15d");
    Problem no_rule = in(Status::closed);
    no_rule.rule.clear();  // then by its severity's
    taken = take(no_rule, a_step(StepName::reopen), "p001");
    CHECK(get(taken->draft, "due") == "2026-11-03");
    CHECK(get(taken->draft, "rule") == "10wd");
    CHECK(get(taken->draft, "calendar") == "2026.1");
    taken = take(in(Status::closed), dated(StepName::reopen, Date(2026, 10, 25)), "p001");
    CHECK(get(taken->draft, "due") == "2026-10-25");
    CHECK(get(taken->draft, "rule").empty());
    CHECK(outcome(take(in(Status::closed), dated(StepName::reopen, Date(2026, 10, 19)), "p001")) ==
          "due-in-past");
    // Longer than 10wd is the problem's own limit, 15d from 20 October, and 15 days as of an
    // extension.
    CHECK(take(in(Status::closed), dated(StepName::reopen, Date(2026, 11, 19)), "p001"));
    CHECK(outcome(take(in(Status::closed), dated(StepName::reopen, Date(2026, 11, 20)), "p001")) ==
          "due-too-late");
  }

  TEST_CASE("what is entered later needs a reason, and a day between the step before and today") {
    Step step = a_step(StepName::submit, "");
    step.on = Date(2026, 10, 19);
    step.evidence = {"a.jpg"};
    CHECK(outcome(take(a_problem(), step, "p005")) == "reason-missing");
    step.note = "已补收";  // says what was done, not why it is entered only now
    CHECK(outcome(take(a_problem(), step, "p005")) == "reason-missing");
    step.reason = "当日无网络";
    CHECK(get(take(a_problem(), step, "p005")->draft, "on") == "2026-10-19");
    step.on = Date(2026, 10, 21);
    CHECK(outcome(take(a_problem(), step, "p005")) == "day-in-future");
    step.on = Date(2026, 10, 11);
    CHECK(outcome(take(a_problem(), step, "p005")) == "day-too-early");
    step = a_step(StepName::verify);
    step.on = Date(2026, 10, 17);
    step.reason = "当日无网络";
    CHECK(outcome(take(in(Status::submitted), step, "p001")) == "day-too-early");
  }

  TEST_CASE("all the rules against a step are told at once") {
    CHECK(outcome(take(a_problem(), dated(StepName::extend, Date(2026, 12, 1)), "p006",
                       Date(2026, 10, 28))) ==
          "not-answering extension-after-due extension-too-long");
  }
}
