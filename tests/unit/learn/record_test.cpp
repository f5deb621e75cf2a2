#include "learn/record.hpp"

#include "support/fault_names.hpp"
#include "support/learning.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

NewSession session_at(Date on, const std::string& teacher, const std::string& host,
                      const Attendance& attended) {
  return {{on, "dues", host},
          CourseKind::exchange,
          2,
          attended,
          teacher,
          "",
          "1",
          "0123456789abcdef",
          {}};
}

Result<SessionsRecording> recorded_by(const std::string& person, const NewSession& session,
                                      const LearnState& state = {}, std::string reason = "") {
  const Organisation organisation = learning_organisation();
  return record_sessions(
      {organisation, state, *organisation.find_person(person), learn_day, std::move(reason)},
      {session});
}

const NewSession at_home = session_at(Date(2026, 10, 12), "", "a", {{"qa", 2}});

std::string attended_of(const Draft& draft) {
  return std::ranges::find(draft.fields, "attended", &Field::key)->value;
}

LearnState with_at_home() {
  return fold_learning(learning_ledger({session_event(at_home.key, "qa")}));
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("a session becomes one line that says who was there and by which course") {
    const auto recording = recorded_by("pa", at_home);
    REQUIRE(recording);
    CHECK(recording->role == RoleName::secretary);
    REQUIRE(recording->drafts.size() == 1);
    CHECK(recording->drafts[0].name == "learn.session");
    CHECK(recording->drafts[0].subject == "learn/2026-10-12/dues/a");
    Event event{
        {}, "pa", "learn.session", recording->drafts[0].subject, recording->drafts[0].fields, {}};
    const auto state = fold_learning(learning_ledger({event}));
    CHECK(hours_attained(state, "qa", Date(2026, 1, 1), learn_day) == 2);
  }

  TEST_CASE("a secretary records for the own people and for whom the own branch taught") {
    CHECK(fault_names(recorded_by("pb", at_home)) == "0:0 not-own-people");
    CHECK(fault_names(recorded_by("qa", at_home)) == "0:0 not-entitled");
    CHECK(recorded_by("x", at_home)->role == RoleName::committee);
    const auto elsewhere = session_at(Date(2026, 10, 12), "b", "b", {{"qa", 2}});
    CHECK(recorded_by("pa", elsewhere));
    CHECK(recorded_by("pb", elsewhere));
    CHECK(fault_names(recorded_by("pc", elsewhere)) == "0:0 not-own-people");
    const auto by_a_person = session_at(Date(2026, 10, 12), "qb", "b", {{"qa", 2}});
    CHECK(recorded_by("pb", by_a_person));
  }

  TEST_CASE("nobody learns longer than the session takes") {
    const auto long_one = session_at(Date(2026, 10, 12), "", "a", {{"qa", 15}});
    CHECK(fault_names(recorded_by("pa", long_one)) == "0:0 more-than-the-session");
  }

  TEST_CASE("what is still to come can't have been attended") {
    CHECK(fault_names(recorded_by("pa", session_at(learn_day + 1, "", "a", {{"qa", 2}}))) ==
          "0:0 still-to-come");
    CHECK(recorded_by("pa", session_at(learn_day, "", "a", {{"qa", 2}})));
  }

  TEST_CASE("the same once more is nothing new, something else needs a reason and a session") {
    const auto same = recorded_by("pa", at_home, with_at_home());
    REQUIRE(same);
    CHECK(same->drafts.empty());
    CHECK(same->unchanged == 1);
    const auto otherwise = session_at(at_home.key.on, "", "a", {{"qa", 2}, {"pa", 2}});
    CHECK(fault_names(recorded_by("pa", otherwise, with_at_home())) == "0:0 recorded-already");
    CHECK(recorded_by("pa", otherwise, with_at_home(), "pa was there as well"));
    CHECK(fault_names(recorded_by("pa", at_home, {}, "why")) == "0:0 nothing-to-correct");
  }

  TEST_CASE("of a table that corrects only what is recorded otherwise is written again") {
    const Organisation organisation = learning_organisation();
    const LearnState state = with_at_home();
    auto corrected = at_home;
    corrected.attended = {{"qa", 1}};
    const auto recorded = [&](const std::vector<NewSession>& sessions) {
      return record_sessions(
          {organisation, state, *organisation.find_person("pa"), learn_day, "left early"},
          sessions);
    };
    const auto table = recorded({at_home, corrected});
    REQUIRE(table);
    CHECK(table->drafts.size() == 1);
    CHECK(table->unchanged == 1);
    const auto alone = recorded({at_home});  // settles which of two copies is right
    REQUIRE(alone);
    CHECK(alone->drafts.size() == 1);
  }

  TEST_CASE("a secretary adds the own people to what others recorded, and takes nobody else out") {
    const auto by_a = session_at(Date(2026, 10, 12), "c", "c", {{"qa", 2}});
    const LearnState state =
        fold_learning(learning_ledger({session_event(by_a.key, "qa", "2", "", "exchange", "c")}));
    const auto own = session_at(by_a.key.on, "c", "c", {{"pb", 2}});
    const auto added = recorded_by("pb", own, state);
    REQUIRE(added);
    CHECK(attended_of(added->drafts[0]) == "pb");
    CHECK(fault_names(recorded_by("pb", session_at(by_a.key.on, "c", "c", {{"qa", 1}}), state)) ==
          "0:0 not-own-people, 0:0 recorded-already");
    const auto corrected = recorded_by("pb", own, state, "pb came later");
    REQUIRE(corrected);
    CHECK(attended_of(corrected->drafts[0]) == "pb;qa");
  }

  TEST_CASE("who is in another session of that course and day is said, not refused") {
    const auto by_others = session_at(Date(2026, 10, 12), "b", "b", {{"qa", 2}, {"pb", 2}});
    const auto recording = recorded_by("x", by_others, with_at_home());
    REQUIRE(recording);
    CHECK(recording->again == std::vector<CountedOnce>{{"qa", at_home.key, by_others.key, 2, 2}});
    const auto later = session_at(Date(2026, 10, 13), "b", "b", {{"qa", 2}});
    CHECK(recorded_by("x", later, with_at_home())->again.empty());
  }

  TEST_CASE("a session is cancelled with a reason, by whoever could have recorded it") {
    const Organisation organisation = learning_organisation();
    const LearnState state = with_at_home();
    const auto cancelled_by = [&](const std::string& person, const std::string& reason) {
      return cancel_session(
          {organisation, state, *organisation.find_person(person), learn_day, reason}, at_home.key);
    };
    CHECK(cancelled_by("pa", "not held")->drafts[0].name == "learn.cancel");
    CHECK(fault_names(cancelled_by("pa", "")) == "0:0 reason-missing");
    CHECK(fault_names(cancelled_by("pc", "x")) == "0:0 not-own-people");
    const LearnState none;
    CHECK(fault_names(
              cancel_session({organisation, none, *organisation.find_person("pa"), learn_day, "x"},
                             at_home.key)) == "0:0 nothing-to-correct");
  }
}
