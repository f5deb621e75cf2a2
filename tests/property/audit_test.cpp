#include "statistics/false_discovery.hpp"
#include "statistics/special.hpp"
#include "support/simulator.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

// A thousand honest organisations, small and large, with good and less good inspectors.
SimulatedOrganisation honest(int number) {
  SimulatedOrganisation organisation;
  organisation.branches = 8 + 4 * (number % 4);
  organisation.quarters = number % 3 == 0 ? 4 : 8;
  organisation.ability = organisation.bad_ability = number % 2 == 0 ? 0.8 : 0.6;
  return organisation;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("no test asks needlessly in more honest organisations than it says") {
    constexpr int organisations = 1000;
    std::map<AuditTest, int> alarms;
    for (int i = 0; i < organisations; ++i)
      for (const TestResult& result :
           judge_by_chance(simulate(honest(i), static_cast<std::uint64_t>(i) + 1)))
        alarms[result.test] += !result.questions.empty();
    for (const auto& alarm : alarms) {
      const int count = alarm.second;
      CAPTURE(to_string(alarm.first));
      CAPTURE(count);
      // If the rate were exactly as stated, so many or more would be rarer than one in a thousand.
      CHECK(binomial_at_least(count, organisations, accepted_false_discoveries) > 0.001);
    }
  }

  TEST_CASE("nor where branches are inspected by several, each for itself") {
    constexpr int organisations = 1000;
    int alarms = 0;
    for (int i = 0; i < organisations; ++i) {
      SimulatedOrganisation organisation = honest(i);
      organisation.separate = true;
      const auto visits = simulate(organisation, static_cast<std::uint64_t>(i) + 1);
      alarms += !ask_missed(visits, simulated_quarter).questions.empty();
    }
    CAPTURE(alarms);
    CHECK(binomial_at_least(alarms, organisations, accepted_false_discoveries) > 0.001);
  }

  TEST_CASE("who passes what others find beside is asked about") {
    SimulatedOrganisation organisation;
    organisation.bad_ability = 0.2;
    organisation.separate = true;
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const auto visits = simulate(organisation, seed);
      const auto questions = ask_missed(visits, simulated_quarter).questions;
      found += std::ranges::any_of(questions, [&](const Question& question) {
        return question.ids.front().find("+zb00") != std::string::npos;
      });
    }
    CAPTURE(found);
    CHECK(found >= 10);
  }

  TEST_CASE("what is planted strongly is found, and asked about where it is") {
    SimulatedOrganisation organisation;
    organisation.bad_ability = 0.2;
    organisation.lenient_points = 12;
    organisation.hurry = 16;
    organisation.copied_marks = 0.95;
    std::map<AuditTest, int> found;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const auto visits = simulate(organisation, seed);
      for (const TestResult& result : judge_by_chance(visits))
        found[result.test] += std::ranges::any_of(result.questions, [&](const Question& question) {
          return is_about_the_planted(question, visits);
        });
    }
    CHECK(found[AuditTest::formality] >= 16);
    CHECK(found[AuditTest::leniency] >= 16);
    CHECK(found[AuditTest::pace] >= 16);
    CHECK(found[AuditTest::straight_line] >= 12);
    SimulatedOrganisation friends;
    friends.favour_points = 12;
    int pairs = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
      pairs += !ask_reciprocity(simulate(friends, seed), simulated_quarter).questions.empty();
    CHECK(pairs >= 16);
  }
}
