#include "problem/reminder.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const Limit three_workdays{Limit::Unit::workdays, 3};

// A problem of zb05 that zb03 found, due on a Wednesday.
struct Scene {
  ProblemList list{{a_problem()}, {}};
  std::set<ReminderMark> told;
  Organisation organisation = an_organisation();
  Workdays workdays = a_calendar();

  Scene() {
    problem().due = problem().agreed_due = Date(2026, 11, 4);
    problem().owner = "p006";
  }
  Problem& problem() { return list.problems[0]; }
  std::vector<Reminder> on(Date today) const {
    return reminders(list, told, three_workdays, {organisation, workdays, today});
  }
  // Tells it, and says whom of what.
  std::string tell(Date today) {
    std::string text;
    for (const Reminder& reminder : on(today)) {
      text += (text.empty() ? "" : ", ") + reminder.person + " " + reminder.step;
      told.insert(reminder.marks.begin(), reminder.marks.end());
    }
    return text;
  }
};

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("each is told once per step, day by day") {
    Scene scene;
    CHECK(scene.tell(Date(2026, 10, 29)) == "");
    CHECK(scene.tell(Date(2026, 10, 30)) == "p006 due-soon");
    CHECK(scene.tell(Date(2026, 11, 2)) == "");
    CHECK(scene.tell(Date(2026, 11, 5)) == "p005 1d:secretary, p006 overdue");
    CHECK(scene.tell(Date(2026, 11, 6)) == "");
    CHECK(scene.tell(Date(2026, 11, 11)) == "p007 7d:committee, p900 7d:committee");
    CHECK(scene.tell(Date(2027, 1, 11)) == "");
  }

  TEST_CASE("nights that were missed are caught up, one line a problem") {
    Scene scene;
    scene.problem().owner = "p005";
    const auto late = scene.on(Date(2026, 11, 20));
    REQUIRE(late.size() == 3);
    CHECK(late[0].person == "p005");
    CHECK(late[0].step == "1d:secretary");
    CHECK(late[0].marks.size() == 2);
    CHECK(late[1].step == "7d:committee");
  }

  TEST_CASE("a date that was moved begins anew, a submission is told to who verifies") {
    Scene scene;
    scene.tell(Date(2026, 11, 5));
    scene.problem().due = Date(2026, 11, 18);
    CHECK(scene.tell(Date(2026, 11, 5)) == "");
    CHECK(scene.tell(Date(2026, 11, 17)) == "p006 due-soon");
    scene.problem().status = Status::submitted;
    scene.problem().submitted = Date(2026, 11, 17);
    CHECK(scene.tell(Date(2026, 11, 17)) == "p001 to-verify");
    CHECK(scene.tell(Date(2026, 11, 18)) == "");
    CHECK(scene.tell(Date(2026, 11, 30)) == "p001 verify-late");
    scene.problem().status = Status::closed;
    CHECK(scene.tell(Date(2026, 12, 30)) == "");
  }

  TEST_CASE("a dispute is told at once to who decides, nobody of the branch itself") {
    Scene scene;
    scene.problem().status = Status::disputed;
    CHECK(scene.tell(Date(2026, 10, 20)) == "p002 to-decide, p004 to-decide");
    CHECK(scene.tell(Date(2026, 10, 21)) == "");
  }

  TEST_CASE(
      "one of several findings is disputed: who decides is told, and the branch in its time") {
    Scene scene;
    Problem other = scene.problem();
    other.id = "26Q4-zb05-b2b2b2-3";
    other.status = Status::disputed;
    scene.problem().findings = {scene.problem(), other};
    CHECK(scene.tell(Date(2026, 10, 20)) == "p002 to-decide, p004 to-decide");
    CHECK(scene.tell(Date(2026, 10, 30)) == "p002 due-soon, p004 due-soon, p006 due-soon");
    CHECK(scene.tell(Date(2026, 10, 30)) == "");
  }

  TEST_CASE("an extension that is asked for is told at once to who decides, each day anew") {
    Scene scene;
    scene.problem().asked = ExtensionRequest{Date(2026, 11, 20), "p006", "x"};
    CHECK(scene.tell(Date(2026, 10, 20)) == "p900 to-decide");
    CHECK(scene.tell(Date(2026, 10, 21)) == "");
    scene.problem().asked->due = Date(2026, 11, 25);
    CHECK(scene.tell(Date(2026, 10, 22)) == "p900 to-decide");
  }

  TEST_CASE("what was told under one of its names was told") {
    Scene scene;
    Problem other = scene.problem();
    other.id = "26Q4-zb05-b2b2b2-3";
    scene.tell(Date(2026, 11, 5));
    scene.problem().findings = {other, scene.problem()};
    scene.problem().id = other.id;
    CHECK(scene.tell(Date(2026, 11, 5)) == "");
  }

  TEST_CASE("the lines say what was told, and only the committee's count") {
    Scene scene;
    const auto all = scene.on(Date(2026, 11, 20));
    std::vector<Event> events;
    for (const Reminder& reminder : all)
      for (const Draft& draft : reminder_drafts(reminder.person, {reminder}))
        events.push_back({{}, "p900", draft.name, draft.subject, draft.fields, {}});
    CHECK(events[0].subject == "remind/p005");
    for (Event& event : events) event.fields.push_back({"role", "inspector"});
    CHECK(fold_reminders(events).empty());
    for (Event& event : events) event.fields.back().value = "committee";
    scene.told = fold_reminders(events);
    CHECK(scene.on(Date(2026, 11, 20)).empty());
  }

  TEST_CASE("a long digest takes several lines, none too long for the ledger") {
    Scene scene;
    std::vector<Reminder> many(2000, scene.on(Date(2026, 11, 20)).front());
    const auto drafts = reminder_drafts("p005", many);
    CHECK(drafts.size() > 1);
    for (const Draft& draft : drafts) CHECK(draft.fields[0].value.size() < 20'000);
  }
}
