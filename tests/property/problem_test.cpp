#include "problem/due.hpp"
#include "support/tales.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string or_none(const std::optional<Date>& date) {
  return date ? to_string(*date) : "-";
}

// Everything of a problem that is not a place in a file.
std::string summary(const Problem& problem) {
  std::string text = problem.id + ' ' + std::string(to_string(problem.status)) + ' ' +
                     problem.owner + ' ' + to_string(problem.due) + ' ' +
                     to_string(problem.original_due) + ' ' + std::to_string(problem.extensions) +
                     ' ' + or_none(problem.submitted) + ' ' + problem.submitted_by + ' ' +
                     or_none(problem.closed) + ' ' + problem.closed_by + ' ' +
                     (problem.asked ? to_string(problem.asked->due) : "-");
  for (const std::string& name : problem.evidence) text += ' ' + name;
  return text;
}

std::string summary(const ProblemList& list) {
  std::string text;
  for (const Problem& problem : list.problems) {
    text += summary(problem) + ' ' + problem.last_check;
    for (const HistoryStep& step : problem.history)
      text += ' ' + std::to_string(step.entry) + (step.applied ? "+" : "-");
    text += '\n';
  }
  for (const std::size_t entry : list.waiting) text += std::to_string(entry) + '?';
  return text;
}

ProblemList fold(const Ledger& ledger) {
  return fold_problems(ledger, an_organisation(), Zone{});
}

// Notes, and decisions on extensions, displace nothing.
bool rides_along(StepName step) {
  return step == StepName::note || step == StepName::grant || step == StepName::refuse;
}

// The step, or the opening, that `event` rests on: through notes and what this version ignores.
std::string rests_on(const Event& event, const std::map<std::string, const Event*>& told,
                     const std::string& opening) {
  std::string after(event.get("after"));
  for (auto found = told.find(after); found != told.end(); found = told.find(after)) {
    const auto step = step_of_event(found->second->name);
    if (found->second->name == "problem.open" || (step && !rides_along(*step))) break;
    after = found->second->get("after");
  }
  return after.empty() ? opening : after;
}

// Lives the problem again, one applied step after the other, by the diagram alone.
Status relive(const Problem& problem, const Ledger& ledger) {
  std::map<std::string, const Event*> told;
  std::string tip;
  std::size_t steps = 0;
  for (const HistoryStep& step : problem.history) {
    const Event& event = ledger.entries[step.entry].event;
    told[event.check] = &event;
    if (event.name == "problem.open") tip = event.check;
  }
  std::map<std::string, std::string> next;
  for (const HistoryStep& step : problem.history) {
    const Event& event = ledger.entries[step.entry].event;
    const auto name = step_of_event(event.name);
    if (!step.applied || !name || rides_along(*name)) continue;
    RC_ASSERT(next.emplace(rests_on(event, told, tip), event.check).second);
    ++steps;
  }
  Status status = Status::open;
  for (; next.contains(tip); --steps) {
    tip = next[tip];
    const auto after = next_status(status, *step_of_event(told[tip]->name));
    RC_ASSERT(after.has_value());
    status = *after;
  }
  RC_ASSERT(steps == 0u);
  return status;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("what a ledger says depends only on the set of its lines") {
    CHECK(rc::check([] {
      const Ledger ledger = any_tale().offices.ledger();
      Ledger moved = ledger;
      moved.files.insert(moved.files.begin(), {{"ledger/x.tsv", {}, 0}});
      for (Entry& entry : moved.entries) {
        entry.file = static_cast<std::uint32_t>(below(moved.files.size()));
        entry.line += 7;
      }
      RC_ASSERT(summary(fold(ledger)) == summary(fold(moved)));
    }));
  }

  TEST_CASE("every line is told once for each opening it may belong to, or waits") {
    CHECK(rc::check([] {
      const Ledger ledger = any_tale().offices.ledger();
      const ProblemList list = fold(ledger);
      std::set<std::size_t> told(list.waiting.begin(), list.waiting.end());
      RC_ASSERT(told.size() == list.waiting.size());
      for (const Problem& problem : list.problems)
        for (const HistoryStep& step : problem.history)
          RC_ASSERT(step.waiting || told.insert(step.entry).second);
      RC_ASSERT(told.size() == ledger.entries.size());
    }));
  }

  TEST_CASE("no step happens that the life of a problem does not have") {
    CHECK(rc::check([] {
      const Ledger ledger = any_tale().offices.ledger();
      for (const Problem& problem : fold(ledger).problems) {
        RC_ASSERT(relive(problem, ledger) == problem.status);
        for (const HistoryStep& step : problem.history)
          RC_ASSERT(step.applied == step.why_not.empty());
        if (problem.status == Status::closed) RC_ASSERT(problem.closed.has_value());
        if (problem.status != Status::closed) RC_ASSERT(!problem.closed.has_value());
        if (problem.status == Status::submitted) RC_ASSERT(problem.submitted.has_value());
        if (problem.ended()) RC_ASSERT(!problem.asked.has_value());
      }
    }));
  }

  TEST_CASE("a problem is never due before it was opened, nor overdue once it has ended") {
    CHECK(rc::check([] {
      for (const Problem& problem : any_tale().offices.fold().problems) {
        RC_ASSERT(problem.due >= problem.opened);
        RC_ASSERT(problem.due >= problem.agreed_due);
        const Lateness late = lateness(problem, Date(2026, 9, 1) + below(200),
                                       an_organisation().rectification, a_calendar());
        RC_ASSERT(late.days_overdue >= 0);
        RC_ASSERT(late.days_left >= 0);
        RC_ASSERT(late.days_verifier_late >= 0);
        RC_ASSERT(late.days_overdue == 0 || late.days_verifier_late == 0);
        if (problem.ended()) RC_ASSERT(late.days_overdue == 0 && late.days_verifier_late == 0);
      }
    }));
  }

  TEST_CASE("a note changes nothing but what the next line names") {
    CHECK(rc::check([] {
      Tale tale = any_tale();
      RC_PRE(!tale.checks.empty());
      const ProblemList before = tale.offices.fold();
      tale.offices.tell(one_of(devices), "p001", "problem.note", the_tale,
                        {{"after", one_of(tale.checks)}, {"note", "x"}}, Date(2026, 12, 30));
      const ProblemList after = tale.offices.fold();
      RC_ASSERT(before.problems.size() == after.problems.size());
      for (std::size_t i = 0; i < before.problems.size(); ++i)
        RC_ASSERT(summary(before.problems[i]) == summary(after.problems[i]));
    }));
  }

  TEST_CASE("a step that is allowed applies, and leaves the state that was promised") {
    CHECK(rc::check([] {
      const Organisation organisation = an_organisation();
      const Workdays workdays = a_calendar();
      Offices offices;
      offices.open(the_tale);
      Date today(2026, 10, 12);
      for (int left = 40; left > 0; --left) {
        const ProblemList list = offices.fold();
        const Problem& problem = list.problems.front();
        today = today + below(3);
        Step step;
        step.name = static_cast<StepName>(below(12));
        step.note = below(4) > 0 ? "x" : "";
        if (below(3) > 0) step.due = today + below(30);
        if (below(5) == 0) step.on = today - below(5);
        step.to = one_of(people);
        const Person& person = *organisation.find_person(one_of(people));
        const auto taken = take_step(problem, step, person, {organisation, workdays, today});
        if (!taken) continue;
        offices.tell(one_of(devices), person.id, taken->draft.name, taken->draft.subject,
                     taken->draft.fields, today);
        const Problem next = offices.fold().problems.front();
        RC_ASSERT(next.status == next_status(problem.status, step.name));
        RC_ASSERT(next.history.back().applied);
        RC_ASSERT(next.extensions <= organisation.rectification.extensions_most);
        if (step.name == StepName::verify)
          RC_ASSERT(person.id != next.submitted_by && person.id != next.owner &&
                    person.branch != next.branch);
      }
    }));
  }
}
