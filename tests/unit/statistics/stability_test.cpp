#include "statistics/stability.hpp"

#include "support/fractions.hpp"
#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("agreement between quarters is that of the reference") {
    const Node reference = read_reference("statistics/reference/rank/expected_rank.json");
    const Node& expected = at(reference, "stability");
    std::vector<std::vector<Rational>> quarters;
    for (const Node& quarter : at(expected, "quarters").items)
      quarters.push_back(decimals(quarter));
    const auto found = concordance(quarters);
    REQUIRE(found);
    CHECK(is_near(found->w, number(at(expected, "kendall_W")), 1e-12));
    CHECK(is_near(found->chi_square, number(at(expected, "friedman_chi2")), 1e-12));
    CHECK(found->df == std::stoi(at(expected, "df").text));
    CHECK(found->p == doctest::Approx(0.003124000083685211).epsilon(1e-10));
    CHECK_FALSE(found->is_noise());
    CHECK(is_near(*tau_b(quarters[0], quarters[1]), number(at(expected, "tau_b_q1_q2")), 1e-12));
    CHECK(is_near(*rank_correlation(quarters[0], quarters[1]),
                  number(at(expected, "spearman_q1_q2")), 1e-12));
  }

  TEST_CASE("equal values share the mean of their ranks") {
    const Node reference = read_reference("statistics/reference/rank/expected_rank.json");
    const Node& rows = at(reference, "ranks");
    std::vector<Rational> lowest_first;
    for (const Rational& score : decimals(at(rows, "scores")))
      lowest_first.push_back(Rational(0) - score);
    CHECK(mean_ranks(lowest_first) == numbers(at(rows, "fractional")));
  }

  TEST_CASE("opposite orders are noise, and equal values say nothing") {
    const auto up = decimals({"1", "2", "3"});
    const auto down = decimals({"3", "2", "1"});
    const auto flat = decimals({"2", "2", "2"});
    CHECK(concordance({up, down})->w == 0);
    CHECK(concordance({up, down})->is_noise());
    CHECK(*tau_b(up, down) == -1);
    CHECK(*rank_correlation(up, down) == -1);
    CHECK_FALSE(concordance({flat, flat}));
    CHECK_FALSE(tau_b(up, flat));
    CHECK_FALSE(rank_correlation(up, flat));
    CHECK_FALSE(rank_correlation({}, {}));
  }
}
