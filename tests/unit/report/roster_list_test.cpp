#include "report/roster_list.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a roster for programs has codes, and below it words that warn and never fail") {
    const Organisation organisation = learning_organisation("{mentoring: 1y}");
    RosterSettings settings;
    settings.members = {{"a", 400}};
    const LearnState nothing;
    const Roster roster = roster_of({organisation, nothing, 2026, learn_day}, settings);
    const std::string rows = render(roster_table(roster, organisation), Format::csv, {Lang::en});
    CHECK(rows.find("nn,Ann,c,C,,2026-08-10,,,none,,due,2027-02-10,0,13.33,due,,") !=
          std::string::npos);
    const std::string shown = render(roster_table(roster, organisation), Format::table, {Lang::en});
    CHECK(shown.find("secretary and inspector") != std::string::npos);
    std::string said;
    for (const Phrase& word : roster_words(roster, organisation, settings)) said += word.en + '\n';
    CHECK(said.find("A: full time 0, of 400 people 0 %, less than the usual") != std::string::npos);
    CHECK(said.find("vacant: no team leader at all") != std::string::npos);
    CHECK(said.find("without a mentor: Ann (1)") != std::string::npos);
  }

  TEST_CASE("a duty that nobody knows stays as it is written") {
    CHECK(duty_words("part-time").zh == "兼职");
    CHECK(duty_words("other").en == "other");
  }
}
