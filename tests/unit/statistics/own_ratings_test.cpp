#include "statistics/own_ratings.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("ranks without the own ratings are those of the reference") {
    const Node recipe = read_reference("statistics/reference/aggregate/expected_recipe.json");
    const Ratings ratings = read_ratings("aggregate/ratings_main.csv");
    const auto audits = audit_own_ratings(ratings, own_homes(ratings));
    const auto& expected = at(recipe, "leave_own_out").entries;
    REQUIRE(audits.size() == expected.size());
    for (std::size_t i = 0; i < audits.size(); ++i) {
      CHECK(static_cast<int>(audits[i].groups) == number(at(expected[i].second, "components")));
      CHECK(audits[i].rank == number(at(expected[i].second, "rank_all")));
      CHECK(audits[i].rank_without == number(at(expected[i].second, "rank_without_own_ratings")));
      CHECK_FALSE(audits[i].changes());
    }
  }

  TEST_CASE("a branch that marks its rivals down is found to gain by it") {
    // Branch 0 gives 60 to branch 1, which headquarters find at 84 against 80.
    const Ratings ratings{3,
                          3,
                          {{0, 1, 60, 1, 0},
                           {0, 2, 70, 1, 0},
                           {1, 0, 80, 1, 0},
                           {1, 2, 70, 1, 0},
                           {2, 0, 80, 1, 0},
                           {2, 1, 84, 1, 0},
                           {2, 2, 70, 1, 0}}};
    const auto audits = audit_own_ratings(ratings, HomeBranches{0, 1, std::nullopt});
    CHECK(audits.at(0).rank == 1);
    CHECK(audits.at(0).rank_without == 2);
    CHECK(audits.at(0).changes());
  }

  TEST_CASE("where the own ratings hold the visits together nothing can be told without them") {
    const Ratings ratings{
        2, 3, {{0, 0, 80, 1, 0}, {1, 0, 81, 1, 0}, {0, 1, 70, 1, 0}, {2, 1, 71, 1, 0}}};
    const auto audits = audit_own_ratings(ratings, HomeBranches{1, std::nullopt, std::nullopt});
    CHECK(audits.at(1).groups == 2);
    CHECK(audits.at(1).rank_without == 0);
    CHECK_FALSE(audits.at(1).changes());
  }
}
