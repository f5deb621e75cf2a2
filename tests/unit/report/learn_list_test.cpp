#include "report/learn_list.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("hours are listed with what is still missing, and newcomers with their day") {
    const Organisation organisation = learning_organisation("{mentoring: 1y}");
    const auto state = fold_learning(
        learning_ledger({session_event({Date(2026, 3, 1), "dues", "a"}, "qa", "30.5")}));
    const auto people = learning_in({organisation, state, 2026, learn_day});
    const std::string rows =
        render(learning_table(people, organisation, 2026), Format::csv, {Lang::en});
    CHECK(rows.find("qa,Q"
                    "a,a,A,2026,30.5,32,1.5,not-asked,,not-asked,") != std::string::npos);
    CHECK(rows.find("nn,Ann,c,C,2026,0,13.33,13.33,due,2027-02-10,due,") != std::string::npos);
    const auto words = learning_words(people, organisation.learn);
    REQUIRE(words.size() == 4);
    CHECK(words[0].en.find("32") != std::string::npos);
    CHECK(words[2].en == "newcomers without on-boarding: 1");
    CHECK(words[3].en == "newcomers without a mentor: 1");
  }
}
