#include "learn/hours.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

Person person_with(const std::string& roles, const std::string& since = "") {
  const auto organisation = load_organisation(
      "sihu: 1\norganisation: {id: s, name: S}\nbranches: [{id: a, name: A}]\npeople: [{id: p, "
      "name: P, branch: a, roles: " +
          roles + (since.empty() ? "" : ", since: '" + since + "'") + "}]\n",
      "sihu.yaml");
  REQUIRE(organisation);
  return organisation->people[0];
}

LearnerYear look_at(const Organisation& organisation, const LearnState& state,
                    const std::string& id, Date today, int year = 2026) {
  const auto people = learning_in({organisation, state, year, today});
  return *std::ranges::find_if(people,
                               [&](const LearnerYear& one) { return one.person->id == id; });
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("of several roles the most is asked for, and of a year that is not whole its months") {
    const LearnSettings settings;
    CHECK(hours_required(settings, person_with("[]"), 2026) == 32);
    CHECK(hours_required(settings, person_with("[secretary, inspector]"), 2026) == 56);
    CHECK(hours_required(settings, person_with("[]", "2026-10-31"), 2026) == 8);
    CHECK(hours_required(settings, person_with("[]", "2027-01-01"), 2026).is_zero());
    CHECK(hours_required(settings, person_with("[{role: secretary, from: '2026-07-01'}]"), 2026) ==
          44);
    CHECK(hours_required(settings, person_with("[]"), 2026, 9) == 24);
  }

  TEST_CASE("somebody of no branch is no member, and a role that is not written needs nothing") {
    const Organisation organisation = learning_organisation("{hours: {inspector: 12}}");
    CHECK(hours_required(organisation.learn, *organisation.find_person("x"), 2026).is_zero());
    CHECK(hours_required(organisation.learn, *organisation.find_person("qa"), 2026).is_zero());
    CHECK(hours_required(organisation.learn, *organisation.find_person("pa"), 2026) == 12);
  }

  TEST_CASE("what is missing is never less than nothing") {
    const Organisation organisation = learning_organisation();
    const auto state = fold_learning(
        learning_ledger({session_event({Date(2026, 3, 1), "dues", "a"}, "qa;pa", "40"),
                         session_event({Date(2025, 12, 31), "dues", "a"}, "pa", "40")}));
    CHECK(look_at(organisation, state, "qa", learn_day).missing().is_zero());
    CHECK(look_at(organisation, state, "pa", learn_day).missing() == 16);
    CHECK(look_at(organisation, state, "pa", learn_day, 2025).attained == 40);
    CHECK(look_at(organisation, state, "pa", Date(2026, 2, 1)).attained.is_zero());
  }

  TEST_CASE("a newcomer is to be on-boarded within half a year, and overdue after it") {
    const Organisation organisation = learning_organisation();
    const LearnState none;
    CHECK(look_at(organisation, none, "nn", learn_day).onboarding == Newcomer::due);
    CHECK(look_at(organisation, none, "nn", learn_day).onboarding_due == Date(2027, 2, 10));
    CHECK(look_at(organisation, none, "nn", Date(2027, 2, 10), 2027).onboarding == Newcomer::due);
    CHECK(look_at(organisation, none, "nn", Date(2027, 2, 11), 2027).onboarding ==
          Newcomer::overdue);
    CHECK(look_at(organisation, none, "nn", Date(2028, 5, 1), 2028).onboarding ==
          Newcomer::not_asked);
    CHECK(look_at(organisation, none, "qa", learn_day).onboarding == Newcomer::not_asked);
    const auto done = fold_learning(learning_ledger(
        {session_event({Date(2026, 8, 1), "start", "c"}, "nn", "8", "", "onboarding")}));
    CHECK(look_at(organisation, done, "nn", learn_day).onboarding == Newcomer::done);
  }

  TEST_CASE("a mentor is asked for where sihu.yaml says how long, and found where somebody led") {
    const SessionKey led{Date(2026, 10, 1), "lead", "qc"};
    const auto state =
        fold_learning(learning_ledger({session_event(led, "nn;qc", "1", "", "mentoring", "qc")}));
    const Organisation asks = learning_organisation("{mentoring: 1y}");
    CHECK(look_at(asks, {}, "nn", learn_day).mentoring == Newcomer::due);
    CHECK(look_at(asks, state, "nn", learn_day).mentoring == Newcomer::done);
    CHECK(look_at(asks, state, "nn", learn_day).mentors == std::vector<std::string>{"qc"});
    CHECK(look_at(asks, state, "qc", learn_day).mentors.empty());
    CHECK(look_at(asks, state, "nn", learn_day, 2025).mentors.empty());  // led in 2026
    CHECK(look_at(asks, state, "nn", Date(2027, 3, 1), 2027).mentors.size() == 1);
    CHECK(look_at(asks, {}, "nn", Date(2027, 8, 11), 2027).mentoring == Newcomer::not_asked);
    CHECK(look_at(learning_organisation(), {}, "nn", learn_day).mentoring == Newcomer::not_asked);
  }
}
