#include "statistics/reciprocity.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Node sparse() {
  return at(read_reference("statistics/reference/detect/expected_reciprocity.json"), "sparse");
}

Reciprocity found_in(const Ratings& ratings, std::size_t draws = 9999) {
  return find_reciprocity(ratings, *fit_two_way(ratings), own_homes(ratings), 42, draws);
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("returned favours are found as in the reference") {
    const Node expected = sparse();
    const Ratings ratings = read_ratings("detect/roundrobin8.csv");
    const auto fit = fit_two_way(ratings);
    REQUIRE(fit);
    CHECK(fit->df == std::stoi(at(expected, "df").text));
    CHECK(is_near(fit->sigma, number(at(expected, "sigma")), 1e-9));
    CHECK(are_near(fit->residuals, numbers(at(expected, "residuals")), 1e-9));
    const Reciprocity found = found_in(ratings);
    CHECK(is_near(found.coefficient, number(at(expected, "coefficient")), 1e-9));
    CHECK(found.p == number(at(expected, "p_perm")));
    CHECK(found.pairs.size() == 28);
    const auto& top = at(expected, "top_pairs").items;
    for (std::size_t i = 0; i < top.size(); ++i) {
      CHECK(found.pairs[i].first == number_of(top[i].items[0].text, 8));
      CHECK(found.pairs[i].second == number_of(top[i].items[1].text, 8));
      CHECK(is_near(found.pairs[i].first_favours, number(top[i].items[2]), 1e-9));
      CHECK(is_near(found.pairs[i].second_favours, number(top[i].items[3]), 1e-9));
      CHECK(is_near(found.pairs[i].score, number(top[i].items[4]), 1e-9));
      CHECK(found.pairs[i].is_notable() == (i < 3));
    }
  }

  TEST_CASE("headquarters return no favours, and without pairs there is nothing to find") {
    const Ratings ratings = read_ratings("aggregate/ratings_cycle.csv");
    const auto fit = fit_two_way(ratings);
    const auto found = find_reciprocity(ratings, *fit, HomeBranches(ratings.inspectors), 42, 99);
    CHECK(found.pairs.empty());
    CHECK(found.p == 1);
  }
}
