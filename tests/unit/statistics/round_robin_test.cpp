#include "statistics/round_robin.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Matrix reference_scores() {
  Matrix scores(8, 8);
  for (const Rating& rating : read_ratings("detect/roundrobin8.csv").all)
    scores(rating.inspector, rating.branch) = rating.score;
  return scores;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("a full round is taken apart as in the reference") {
    const Node reference = read_reference("statistics/reference/detect/expected_reciprocity.json");
    const Node& expected = at(reference, "srm");
    const auto of = [&](const char* key) { return number(at(expected, key)); };
    const auto fit = fit_round_robin(reference_scores());
    REQUIRE(fit);
    CHECK(is_near(fit->mean, of("mean"), 1e-9));
    CHECK(are_near(fit->giving, numbers(at(expected, "actor_effects")), 1e-9));
    CHECK(are_near(fit->getting, numbers(at(expected, "partner_effects")), 1e-9));
    for (std::size_t i = 0; i < 8; ++i)
      for (std::size_t j = 0; j < 8; ++j)
        CHECK(is_near(fit->favour(i, j), number(at(expected, "relationship").items[i].items[j]),
                      1e-9));
    CHECK(is_near(fit->variance_giving, of("var_actor"), 1e-9));
    CHECK(is_near(fit->variance_getting, of("var_partner"), 1e-9));
    CHECK(is_near(fit->variance_favour, of("var_relationship"), 1e-9));
    CHECK(is_near(fit->covariance_favours, of("cov_dyadic"), 1e-9));
    CHECK(is_near(fit->covariance_giving_getting, of("cov_actor_partner"), 1e-9));
    CHECK(is_near(fit->dyadic, of("dyadic_reciprocity"), 1e-9));
    CHECK(is_near(fit->generalised.value(), of("generalized_reciprocity"), 1e-9));
    CHECK(is_near(fit->f, of("F"), 1e-9));
    CHECK(fit->df1 == 20);
    CHECK(fit->df2 == 21);
    CHECK(fit->p == doctest::Approx(1.5054214871967384e-05).epsilon(1e-9));
  }

  TEST_CASE("three branches are too few, and a round without any rest has no favours") {
    CHECK_FALSE(fit_round_robin(Matrix(3, 3)));
    CHECK_FALSE(fit_round_robin(Matrix(5, 5)));
  }
}
