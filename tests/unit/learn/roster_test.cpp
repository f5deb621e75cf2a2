#include "learn/roster.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Branch a with people as they are written; today is 2026-10-20.
Organisation staffed(const std::string& people) {
  const auto organisation = load_organisation(
      "sihu: 1\norganisation: {id: s, name: S}\nbranches: [{id: a, name: A}, {id: b, name: B}]\n"
      "people:\n" +
          people,
      "sihu.yaml");
  REQUIRE(organisation);
  return *organisation;
}

Roster roster_with(const Organisation& organisation, const RosterSettings& settings = {},
                   std::string_view branch = {}) {
  const LearnState nothing;
  return roster_of({organisation, nothing, 2026, learn_day}, settings, branch);
}

GuideWord word_for(int full_time, int members) {
  std::string people = "  - {id: z, name: Z, branch: a}\n";
  for (int i = 0; i < full_time; ++i)
    people += "  - {id: p" + std::to_string(i) + ", name: P, branch: a, duty: full-time}\n";
  RosterSettings settings;
  settings.members["a"] = members;
  return roster_with(staffed(people), settings).shares.at(0).word;
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("months in post are whole ones, from the role's day or else the person's") {
    CHECK(whole_months(Date(2026, 1, 31), Date(2026, 2, 28)) == 0);
    CHECK(whole_months(Date(2026, 1, 15), Date(2026, 2, 15)) == 1);
    CHECK(whole_months(Date(2024, 12, 1), Date(2026, 10, 20)) == 22);
    const Organisation organisation = staffed(
        "  - {id: p, name: P, branch: a, since: '2025-10-20', roles: [inspector, {role: secretary, "
        "from: '2026-09-21'}, {role: leader, until: '2026-10-19'}]}\n"
        "  - {id: q, name: Q, branch: a, roles: [inspector]}\n");
    const Roster roster = roster_with(organisation);
    const auto& roles = roster.rows.at(0).roles;
    REQUIRE(roles.size() == 2);  // leader no more
    CHECK(roles[0].name == RoleName::secretary);
    CHECK(roles[0].months == 0);
    CHECK(roles[1].months == 12);
    CHECK_FALSE(roster.rows.at(1).roles.at(0).months);
  }

  TEST_CASE("a term ends as written, a secretary's else after the years of sihu.yaml") {
    const Organisation organisation = staffed(
        "  - {id: p, name: P, branch: a, roles: [{role: secretary, from: '2024-04-21'}]}\n"
        "  - {id: q, name: Q, branch: a, roles: [{role: secretary, from: '2024-04-22'}]}\n"
        "  - {id: r, name: R, branch: b, roles: [{role: secretary, from: '2023-10-20'}]}\n"
        "  - {id: s, name: S, branch: b, roles: [{role: inspector, until: '2026-10-20'}]}\n"
        "  - {id: t, name: T, branch: b, roles: [{role: inspector, from: '2010-01-01'}]}\n");
    const Roster roster = roster_with(organisation);
    CHECK(roster.rows[0].term_end == Date(2027, 4, 20));
    CHECK(roster.rows[0].term == TermState::ending);  // six months ahead to the day
    CHECK(roster.rows[1].term == TermState::running);
    CHECK(roster.rows[2].term == TermState::over);
    CHECK(roster.rows[3].term == TermState::ending);  // the last day
    CHECK(roster.rows[4].term == TermState::none);
  }

  TEST_CASE("one to two in a hundred is the guide, and among few people somebody is enough") {
    CHECK(word_for(1, 100) == GuideWord::within);
    CHECK(word_for(2, 100) == GuideWord::within);
    CHECK(word_for(3, 100) == GuideWord::above);
    CHECK(word_for(1, 101) == GuideWord::below);
    CHECK(word_for(0, 99) == GuideWord::few_without);
    CHECK(word_for(1, 20) == GuideWord::few_with);
  }

  TEST_CASE("the whole is compared only where every branch says how many there are") {
    const Organisation organisation = staffed(
        "  - {id: p, name: P, branch: a, duty: full-time}\n"
        "  - {id: x, name: X, duty: full-time, roles: [committee]}\n");
    RosterSettings settings;
    settings.members["a"] = 100;
    CHECK(roster_with(organisation, settings).shares.size() == 1);
    settings.members["b"] = 50;
    const Roster roster = roster_with(organisation, settings);
    REQUIRE(roster.shares.size() == 3);
    CHECK(roster.shares[2].branch.empty());
    CHECK(roster.shares[2].full_time == 2);
    CHECK(roster.shares[2].members == 150);
    CHECK(roster.shares[2].word == GuideWord::within);
    CHECK(roster_with(organisation, settings, "b").shares.size() == 1);
  }

  TEST_CASE("vacancies are roles that nobody has today") {
    const Organisation organisation = staffed(
        "  - {id: p, name: P, branch: a, roles: [secretary, inspector, leader]}\n"
        "  - {id: q, name: Q, branch: b, roles: [{role: secretary, until: '2026-10-19'}, "
        "inspector]}\n");
    const auto vacancies = roster_with(organisation).vacancies;
    REQUIRE(vacancies.size() == 2);
    CHECK(vacancies[0].branch == "b");
    CHECK(vacancies[0].role == RoleName::secretary);
    CHECK(vacancies[1].branch.empty());
    CHECK(vacancies[1].role == RoleName::committee);
    CHECK(roster_with(organisation, {}, "a").vacancies.empty());
  }

  TEST_CASE("an exchange is thought of for full-time people alone, newcomers are those in time") {
    const Organisation organisation = staffed(
        "  - {id: p, name: P, branch: a, duty: full-time, since: '2021-10-20'}\n"
        "  - {id: q, name: Q, branch: a, duty: part-time, since: '2001-10-20'}\n"
        "  - {id: r, name: R, branch: a, duty: full-time, since: '2021-10-21'}\n"
        "  - {id: s, name: S, branch: a, since: '2026-04-20'}\n"
        "  - {id: t, name: T, branch: a, since: '2026-04-19'}\n");
    const Roster roster = roster_with(organisation);
    CHECK(roster.rows[0].exchange);
    CHECK_FALSE(roster.rows[1].exchange_due);
    CHECK_FALSE(roster.rows[2].exchange);
    CHECK(roster.rows[2].exchange_due == Date(2026, 10, 21));
    CHECK(roster.rows[3].fresh);
    CHECK_FALSE(roster.rows[4].fresh);
    CHECK(roster.full_time == 2);
    CHECK(roster.unsaid == 2);
  }
}
