#include "statistics/connectivity.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<std::vector<std::size_t>> branches_of(const std::vector<RatingGroup>& groups) {
  std::vector<std::vector<std::size_t>> branches;
  for (const RatingGroup& group : groups)
    if (!group.branches.empty()) branches.push_back(group.branches);
  return branches;
}

std::vector<std::vector<std::size_t>> expected_groups(const std::string& name) {
  const Node reference = read_reference("statistics/reference/aggregate/expected_recipe.json");
  std::vector<std::vector<std::size_t>> groups;
  for (const Node& group : at(at(reference, "components"), name).items) {
    auto& branches = groups.emplace_back();
    for (const Node& branch : group.items) branches.push_back(number_of(branch.text, 0));
  }
  return groups;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("groups are those of the reference") {
    for (const std::string name : {"main", "cycle", "disconnected"})
      CHECK(branches_of(rating_groups(read_ratings("aggregate/ratings_" + name + ".csv"))) ==
            expected_groups(name));
  }

  TEST_CASE("one visit ties two groups, and nobody is sent home") {
    Ratings ratings = read_ratings("aggregate/ratings_disconnected.csv");
    const auto visits = visits_that_join(rating_groups(ratings), own_homes(ratings));
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].inspector != visits[0].branch);
    ratings.all.push_back({visits[0].inspector, visits[0].branch, 80, 1, 9});
    CHECK(rating_groups(ratings).size() == 1);
  }

  TEST_CASE("branches nobody has visited are reached through whoever can get there") {
    const Ratings ratings{3, 1, {{0, 2, 80, 1, 0}}};
    auto groups = rating_groups(ratings);
    CHECK(groups.size() == 3);
    const auto visits = visits_that_join(groups, HomeBranches{2});
    REQUIRE(visits.size() == 2);
    CHECK(visits[0].branch + visits[1].branch == 1);
    CHECK(visits_that_join(groups, HomeBranches{0}).size() == 1);
  }

  TEST_CASE("a group's ratings are numbered anew") {
    const Ratings ratings{3, 3, {{0, 0, 80, 1, 0}, {2, 2, 70, 1, 0}}};
    const auto groups = rating_groups(ratings);
    const Ratings within = ratings_within(ratings, groups.at(2));
    CHECK(within.branches == 1);
    CHECK(within.inspectors == 1);
    REQUIRE(within.all.size() == 1);
    CHECK(within.all[0].branch == 0);
    CHECK(within.all[0].score == 70);
  }
}
